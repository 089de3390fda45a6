package org.portcullis.research.domain.report;

import java.util.List;
import org.portcullis.research.BacktestTerms;
import org.portcullis.research.EquitySample;

/** How long and how much of the account was in the market: sums over time of what each sample stands for. */
final class MarketTime {

    private final double spanMs;
    private double heldMs;
    private double exposureMs;
    private double equityMs;

    MarketTime(BacktestTerms terms, List<EquitySample> equity) {
        spanMs = terms.toMs() - terms.fromMs();
        long fromMs = terms.fromMs();
        double worth = terms.cash().e8();
        double exposed = 0;
        for (EquitySample sample : equity) {
            long atMs = Math.min(Math.max(sample.atMs(), terms.fromMs()), terms.toMs());
            add(atMs - fromMs, worth, exposed);
            fromMs = atMs;
            worth = sample.equity().e8();
            exposed = sample.exposure().e8();
        }
        add(terms.toMs() - fromMs, worth, exposed);
    }

    private void add(double ms, double worth, double exposed) {
        heldMs += exposed > 0 ? ms : 0;
        exposureMs += ms * exposed;
        equityMs += ms * worth;
    }

    /** Share of the time with a position open; 0 to 1. */
    Figure share() {
        return Figure.ratio(heldMs, spanMs, "no time passed");
    }

    /** Mean exposure over time as percent of mean equity over time. */
    Figure meanPct() {
        return Figure.ratio(100 * exposureMs, equityMs, "no equity over time");
    }

    /** How many times that amount is the mean equity over time. */
    Figure timesEquity(long e8) {
        return Figure.ratio(e8 * spanMs, equityMs, "no equity over time");
    }
}
