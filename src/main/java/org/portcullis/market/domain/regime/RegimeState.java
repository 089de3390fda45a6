package org.portcullis.market.domain.regime;

import java.util.List;
import org.portcullis.market.Regime;
import org.portcullis.market.RegimeJudge;
import org.portcullis.market.RegimeLimits;
import org.portcullis.market.RegimeMeasures;
import org.portcullis.market.RegimeSettings;
import org.portcullis.market.RegimeVote;

/**
 * The regime of one instrument from bar to bar (S2-REQ-U3). The first test that holds decides, in the order crash,
 * bear, bull; otherwise there is no trend. A trend in force is judged by nearer limits, every regime lasts a few bars,
 * a crash comes at once and goes only after quiet bars in a row. Used by one thread.
 */
final class RegimeState {

    private static final List<Regime> ORDER = List.of(Regime.CRASH, Regime.BEAR, Regime.BULL);
    private static final int NONE = ORDER.size();

    private RegimeSettings settings;
    private RegimeLimits limits;
    private Regime regime = Regime.UNKNOWN;
    private long barsIn;
    private int quiet;

    RegimeState(RegimeSettings settings) {
        this.settings = settings;
        this.limits = settings.entering();
    }

    /** Goes on under other settings. */
    void use(RegimeSettings wanted) {
        settings = wanted;
        limits = wanted.entering().leaving(regime, wanted.leavingFactor());
    }

    /** The regime at the last bar. */
    Regime regime() {
        return regime;
    }

    /** Bars it has lasted, the last one included. */
    long barsIn() {
        return barsIn;
    }

    /** A bar of which too little is known. */
    void pass() {
        barsIn++;
    }

    /** Takes the measures of the next bar. */
    void step(RegimeMeasures measures, RegimeJudge judge) {
        Regime wanted = first(judge.judge(measures, limits));
        barsIn++;
        quiet = quiet(measures) ? quiet + 1 : 0;
        if (wanted != regime && mayLeave(wanted)) {
            regime = wanted;
            barsIn = 1;
            limits = settings.entering().leaving(wanted, settings.leavingFactor());
        }
    }

    private boolean mayLeave(Regime wanted) {
        return switch (regime) {
            case UNKNOWN -> true;
            case CRASH -> quiet >= settings.quietBars();
            case BULL, BEAR, CHOP -> wanted == Regime.CRASH || barsIn > settings.barsMin();
        };
    }

    private boolean quiet(RegimeMeasures measures) {
        return !measures.halted() && measures.shockZ() > settings.quietShockZMin()
                && measures.volatilityRank() < settings.quietRankMax();
    }

    private static Regime first(List<RegimeVote> votes) {
        int first = NONE;
        for (int i = 0; i < votes.size(); i++) {
            first = Math.min(first, place(votes.get(i).regime()));
        }
        return first == NONE ? Regime.CHOP : ORDER.get(first);
    }

    private static int place(Regime regime) {
        return switch (regime) {
            case CRASH -> 0;
            case BEAR -> 1;
            case BULL -> 2;
            case CHOP, UNKNOWN -> NONE;
        };
    }
}
