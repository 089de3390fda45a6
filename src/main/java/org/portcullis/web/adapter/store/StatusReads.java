package org.portcullis.web.adapter.store;

import org.portcullis.risk.ModeView;
import org.portcullis.web.KillControl;
import org.portcullis.web.LiveBars;
import org.portcullis.web.RulesView;
import org.portcullis.web.Status;

/** What the top bar says, put together from the doors that know. */
public final class StatusReads {

    private final ModeView mode;
    private final KillControl kill;
    private final RulesView rules;
    private final LiveBars bars;
    private final OrderReads orders;

    public StatusReads(ModeView mode, KillControl kill, RulesView rules, LiveBars bars, OrderReads orders) {
        this.mode = mode;
        this.kill = kill;
        this.rules = rules;
        this.bars = bars;
        this.orders = orders;
    }

    /** The status now. */
    public Status now() {
        KillControl.State killed = kill.state();
        return new Status(mode.mode(), killed.on() ? Status.Trading.HALTED : Status.Trading.ACTIVE, killed,
                bars.marketAt().orElse(null), bars.ageMs().orElse(null), rules.rules().version(), rules.policyHash(),
                rules.policyProfile(), rules.refused(), orders.countWaiting());
    }
}
