package org.portcullis.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;

/**
 * What price structure says at the close of one bar: patterns that this bar completed and the levels known by now.
 * Causal: nothing in it depends on a later bar. Directions are 1 for up, -1 for down and 0 for none; a price that is
 * not known is {@link Double#NaN}.
 *
 * @param instrument        whose structure
 * @param openTimeMs        open time of the bar, UTC milliseconds
 * @param gap               fair value gap completed by this bar: its middle is the bar before (SMC A1)
 * @param gapTop            upper edge of that gap
 * @param gapBottom         lower edge of that gap
 * @param breakOfStructure  break of structure: this bar closed beyond the level, with the trend (SMC A3)
 * @param changeOfCharacter change of character: this bar closed beyond the level, against the trend (SMC A3)
 * @param breakLevel        the level of whichever of the two happened
 * @param orderBlock        order block formed by this bar's close beyond the last swing (SMC A4)
 * @param blockRetest       first return of price into an order block that is still whole: direction of that block
 * @param blockTop          upper edge of the block formed or returned to
 * @param blockBottom       lower edge of the block formed or returned to
 * @param sweep             liquidity sweep: the bar went through a pool and closed back inside; 1 when lows were swept
 * @param sweepLevel        price of the swept pool
 * @param sweepDepthAtr     how far beyond the pool the sweep went, in average true ranges
 * @param swingHigh         newest confirmed swing high
 * @param swingLow          newest confirmed swing low
 * @param trend             direction of the newest break of structure or change of character
 * @param previousDayHigh   high of the previous day of the instrument's calendar
 * @param previousDayLow    low of it
 * @param previousWeekHigh  high of the previous week
 * @param previousWeekLow   low of it
 * @param bodyShare         body over range of this bar, 0 to 1; 0 for a bar without range (S0-11)
 * @param bodyAtr           body of this bar in average true ranges, signed: positive when it closed higher
 * @param closeShare        where in its range the bar closed: 0 at the low, 1 at the high; 0.5 for a bar without range
 * @param poolSteps         what happened to liquidity pools on this bar
 * @param breakout          the nearest level that this bar broke and how, or nothing when it broke none
 * @param scalp             the twelve model features in the direction of the bar's pattern; nothing without one
 * @param minutesToSessionEnd minutes from the bar's close to the end of the trading session; NaN for markets that never
 *                          close
 */
public record Structure(InstrumentId instrument, long openTimeMs, int gap, double gapTop, double gapBottom,
        int breakOfStructure, int changeOfCharacter, double breakLevel, int orderBlock, int blockRetest,
        double blockTop, double blockBottom, int sweep, double sweepLevel, double sweepDepthAtr, double swingHigh,
        double swingLow, int trend, double previousDayHigh, double previousDayLow, double previousWeekHigh,
        double previousWeekLow, double bodyShare, double bodyAtr, double closeShare, List<PoolStep> poolSteps,
        @Nullable Breakout breakout, @Nullable ScalpFeatures scalp, double minutesToSessionEnd) {

    public Structure {
        Objects.requireNonNull(instrument, "instrument");
        poolSteps = List.copyOf(poolSteps);
    }

    /** The same with steps of pools that came before those of this bar. */
    public Structure after(List<PoolStep> earlier) {
        List<PoolStep> all = new ArrayList<>(earlier);
        all.addAll(poolSteps);
        return new Structure(instrument, openTimeMs, gap, gapTop, gapBottom, breakOfStructure, changeOfCharacter,
                breakLevel, orderBlock, blockRetest, blockTop, blockBottom, sweep, sweepLevel, sweepDepthAtr,
                swingHigh, swingLow, trend, previousDayHigh, previousDayLow, previousWeekHigh, previousWeekLow,
                bodyShare, bodyAtr, closeShare, all, breakout, scalp, minutesToSessionEnd);
    }

    /** A bar in a market that never closes. */
    public Structure(InstrumentId instrument, long openTimeMs, int gap, double gapTop, double gapBottom,
            int breakOfStructure, int changeOfCharacter, double breakLevel, int orderBlock, int blockRetest,
            double blockTop, double blockBottom, int sweep, double sweepLevel, double sweepDepthAtr, double swingHigh,
            double swingLow, int trend, double previousDayHigh, double previousDayLow, double previousWeekHigh,
            double previousWeekLow, double bodyShare, double bodyAtr, double closeShare, List<PoolStep> poolSteps,
            @Nullable Breakout breakout, @Nullable ScalpFeatures scalp) {
        this(instrument, openTimeMs, gap, gapTop, gapBottom, breakOfStructure, changeOfCharacter, breakLevel,
                orderBlock, blockRetest, blockTop, blockBottom, sweep, sweepLevel, sweepDepthAtr, swingHigh, swingLow,
                trend, previousDayHigh, previousDayLow, previousWeekHigh, previousWeekLow, bodyShare, bodyAtr,
                closeShare, poolSteps, breakout, scalp, Double.NaN);
    }

    /** A bar on which nothing happened in a structure of which nothing is known. */
    public static Structure unknown(InstrumentId instrument, long openTimeMs) {
        double none = Double.NaN;
        return new Structure(instrument, openTimeMs, 0, none, none, 0, 0, none, 0, 0, none, none, 0, none, none, none,
                none, 0, none, none, none, none, 0, 0, 0.5, List.of(), null, null);
    }
}
