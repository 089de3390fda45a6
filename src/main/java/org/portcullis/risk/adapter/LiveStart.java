package org.portcullis.risk.adapter;

import java.util.List;
import org.portcullis.risk.LiveGate;
import org.portcullis.risk.ModeView;
import org.portcullis.risk.domain.ModeLadder;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks what is only known once everything stands, before routes bring work; a refusal ends the start (S2-REQ-M1). */
@Component
class LiveStart {

    private final ModeView mode;
    private final List<LiveGate> gates;

    LiveStart(ModeView mode, List<LiveGate> gates) {
        this.mode = mode;
        this.gates = gates;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(70)
    void ready() {
        ModeLadder.demand(mode.mode(), mode.readOnly(),
                gates.stream().flatMap(gate -> gate.unmet().stream()).toList());
    }
}
