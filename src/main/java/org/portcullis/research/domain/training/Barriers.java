package org.portcullis.research.domain.training;

import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;
import org.portcullis.research.domain.training.LabelledRow.Outcome;

/**
 * An entry at the close of a bar between three barriers (M. Lopez de Prado, Advances in Financial Machine Learning,
 * 2018, chapter 3): a target, a stop and the end of time. Where one bar reaches both prices the stop came first; a gap
 * beyond the stop is paid in full, a gap beyond the target brings nothing extra.
 */
final class Barriers {

    private static final double BASIS_POINT = 1e-4;

    private final int direction;
    private final double entry;
    private final double risk;
    private final double stop;
    private final double target;
    private final double costShare;
    private int barsLeft;

    /**
     * @param direction 1 to buy, -1 to sell
     * @param entry     price of entry, in quote currency
     * @param risk      one R, in quote currency; positive
     * @param stopRisk  distance of the stop, in R
     * @param targetRisk distance of the target, in R
     * @param bars      bars until time runs out
     * @param costBps   paid on each side, in basis points of the price
     */
    Barriers(int direction, double entry, double risk, double stopRisk, double targetRisk, int bars, double costBps) {
        this.direction = direction;
        this.entry = entry;
        this.risk = risk;
        this.stop = entry - direction * stopRisk * risk;
        this.target = entry + direction * targetRisk * risk;
        this.barsLeft = bars;
        this.costShare = costBps * BASIS_POINT;
    }

    /** Takes the next bar; what came of the entry, once it is decided. */
    @Nullable Outcome next(Bar bar) {
        barsLeft--;
        double open = price(bar.openE8());
        double worst = price(direction > 0 ? bar.lowE8() : bar.highE8());
        double best = price(direction > 0 ? bar.highE8() : bar.lowE8());
        if (stopped(open)) {
            return outcome(open, false);
        }
        if (reached(open)) {
            return outcome(target, true);
        }
        if (stopped(worst)) {
            return outcome(stop, false);
        }
        if (reached(best)) {
            return outcome(target, true);
        }
        return barsLeft > 0 ? null : outcome(price(bar.closeE8()), false);
    }

    private boolean stopped(double price) {
        return direction * (price - stop) <= 0;
    }

    private boolean reached(double price) {
        return direction * (price - target) >= 0;
    }

    private Outcome outcome(double exit, boolean win) {
        double costs = costShare * (entry + exit);
        return new Outcome(win, (direction * (exit - entry) - costs) / risk);
    }

    private static double price(long e8) {
        return (double) e8 / FixedPoint.ONE;
    }
}
