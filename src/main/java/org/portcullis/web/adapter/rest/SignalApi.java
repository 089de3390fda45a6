package org.portcullis.web.adapter.rest;

import java.util.List;
import org.portcullis.web.ParkedSignalLine;
import org.portcullis.web.SignalLine;
import org.portcullis.web.adapter.store.SignalReads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Signals from outside, and what came to a webhook and was refused; any role may look. */
@RestController
@RequestMapping("/api/v1/signals")
class SignalApi {

    private static final int LIMIT_MAX = 1_000;

    private final SignalReads signals;

    SignalApi(SignalReads signals) {
        this.signals = signals;
    }

    @GetMapping
    List<SignalLine> newest(@RequestParam(defaultValue = "100") int limit) {
        return signals.newest(Bounds.within("limit", limit, 1, LIMIT_MAX));
    }

    @GetMapping("/parked")
    List<ParkedSignalLine> parked(@RequestParam(defaultValue = "100") int limit) {
        return signals.parked(Bounds.within("limit", limit, 1, LIMIT_MAX));
    }
}
