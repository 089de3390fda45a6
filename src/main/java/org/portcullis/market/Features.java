package org.portcullis.market;

import org.portcullis.kernel.InstrumentId;

/**
 * What is known when a bar has closed: the one fact that strategy rules see. Every value depends on this bar and bars
 * before it in the same unbroken series, on nothing later.
 *
 * @param instrument           what was traded
 * @param openTimeMs           open time of the bar, UTC milliseconds
 * @param closeTimeMs          close time of the bar: the moment from which this is known, UTC milliseconds
 * @param closeE8              last price, in 10<sup>-8</sup> of the quote currency
 * @param close                last price, in quote currency
 * @param emaFast              fast exponential average of closes
 * @param emaSlow              slow exponential average of closes
 * @param emaSpreadPct         fast minus slow average, in percent of the slow one
 * @param emaSpreadPctPrevious the same one bar earlier
 * @param rsi14                Wilder's relative strength index, 0 to 100 (14 bars unless the policy says otherwise)
 * @param rsi14Previous        the same one bar earlier
 * @param atr14                Wilder's average true range, in quote currency (14 bars unless the policy says otherwise)
 * @param atrPct               average true range in percent of the close
 * @param volumeZ              distance of the volume from the mean of the bars before it, in standard deviations
 * @param returnPct            change of the close over the look-back, in percent
 * @param rangeHigh            highest high of the prior bars, this one not included
 * @param rangeLow             lowest low of the prior bars, this one not included
 * @param breakoutAtr          close minus {@code rangeHigh}, in average true ranges; negative inside the range
 * @param zScore               distance of the close from its rolling mean, this bar included, in standard deviations
 * @param barsSinceStart       bars of the series so far, this one included
 */
public record Features(InstrumentId instrument, long openTimeMs, long closeTimeMs, long closeE8, double close,
        double emaFast, double emaSlow, double emaSpreadPct, double emaSpreadPctPrevious, double rsi14,
        double rsi14Previous, double atr14, double atrPct, double volumeZ, double returnPct, double rangeHigh,
        double rangeLow, double breakoutAtr, double zScore, long barsSinceStart) {
}
