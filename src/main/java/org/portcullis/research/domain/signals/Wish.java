package org.portcullis.research.domain.signals;

import org.portcullis.kernel.Side;
import org.portcullis.market.Regime;

/**
 * What a strategy proposed at the close of a bar, without anything that came later.
 *
 * @param id         the proposal's id, equal to that in a backtest's decisions
 * @param bar        position of the bar in its series
 * @param decidedMs  close of that bar, milliseconds since 1970 UTC
 * @param strategy   who proposed
 * @param rule       the rule that formed it
 * @param entry      whether it opens risk; it closes otherwise
 * @param side       what would be traded
 * @param priceE8    close of the bar, in 10<sup>-8</sup> of the quote currency
 * @param stopE8     where the idea is wrong; 0 for none
 * @param targetE8   where the idea has paid; 0 for none
 * @param confidence 0 to 1
 * @param regime     what kind of market it was
 */
public record Wish(String id, int bar, long decidedMs, String strategy, String rule, boolean entry, Side side,
        long priceE8, long stopE8, long targetE8, double confidence, Regime regime) {

    private static final long HOUR_MS = 3_600_000;
    private static final int HOURS = 24;

    /** Whether a rising price is what it hopes for. */
    public boolean up() {
        return side == Side.BUY;
    }

    /** {@code LONG}, {@code SHORT} or {@code EXIT}. */
    public String kind() {
        return !entry ? "EXIT" : up() ? "LONG" : "SHORT";
    }

    /** Hour of the day at which it was made, UTC. */
    public int hour() {
        return (int) Math.floorMod(Math.floorDiv(decidedMs, HOUR_MS), (long) HOURS);
    }
}
