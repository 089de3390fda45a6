package org.portcullis.market;

import java.util.Objects;

/**
 * The regime at the close of a bar and what follows from it.
 *
 * @param regime      what kind of market it is
 * @param barsIn      bars it has lasted, this one included
 * @param longFactor  what sizes of longs are multiplied with, 0 to 1.5; 0 means that no long is entered
 * @param shortFactor the same for shorts
 * @param volatility  how volatile it is against its own past (S4-M12)
 * @param session     which part of the day it is (S4-M12)
 * @param trendAtrPct slope of the logarithm of the 50-bar average, in percent of the average true range per bar
 * @param adx         average directional index, 0 to 100; NaN when not yet known
 * @param efficiency  efficiency ratio, 0 to 1; NaN when not yet known
 * @param volatilityRank rank of realised volatility among its own past, 0 to 1; NaN when not yet known
 * @param shockZ      last return in standard deviations of the returns before it; NaN when not yet known
 * @param drawdownAtr distance of the close below the highest of the last 20 bars, in average true ranges
 */
public record RegimeView(Regime regime, long barsIn, double longFactor, double shortFactor, VolatilityTag volatility,
        SessionTag session, double trendAtrPct, double adx, double efficiency, double volatilityRank, double shockZ,
        double drawdownAtr) {

    public RegimeView {
        Objects.requireNonNull(regime, "regime");
        Objects.requireNonNull(volatility, "volatility");
        Objects.requireNonNull(session, "session");
    }

    /** Nothing is known; sizes are what these factors make of them. */
    public static RegimeView unknown(double longFactor, double shortFactor) {
        double none = Double.NaN;
        return new RegimeView(Regime.UNKNOWN, 0, longFactor, shortFactor, VolatilityTag.UNKNOWN, SessionTag.OFF_HOURS,
                none, none, none, none, none, none);
    }
}
