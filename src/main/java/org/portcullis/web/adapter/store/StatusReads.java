package org.portcullis.web.adapter.store;

import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.ModeView;
import org.portcullis.web.KillLine;
import org.portcullis.web.LiveBars;
import org.portcullis.web.RulesView;
import org.portcullis.web.Status;

/** What the top bar says, put together from the doors that know. */
public final class StatusReads {

    private final ModeView mode;
    private final KillSwitch kill;
    private final RulesView rules;
    private final LiveBars bars;
    private final OrderReads orders;

    public StatusReads(ModeView mode, KillSwitch kill, RulesView rules, LiveBars bars, OrderReads orders) {
        this.mode = mode;
        this.kill = kill;
        this.rules = rules;
        this.bars = bars;
        this.orders = orders;
    }

    /** The status now. */
    public Status now() {
        KillLine killed = KillLine.of(kill.state());
        return new Status(mode.mode(), killed.on() ? Status.Trading.HALTED : Status.Trading.ACTIVE, killed,
                bars.marketAt().orElse(null), bars.ageMs().orElse(null), rules.rules().version(), rules.policyHash(),
                rules.policyProfile(), rules.refused(), orders.countWaiting());
    }
}
