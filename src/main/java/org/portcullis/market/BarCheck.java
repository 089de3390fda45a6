package org.portcullis.market;

import org.portcullis.kernel.InstrumentId;

/**
 * Everything the guard rules may know about one bar, taken once before any of them looks.
 *
 * @param instrument      what was traded
 * @param open            first price
 * @param high            highest price
 * @param low             lowest price
 * @param close           last price
 * @param lowest          smallest of the four prices
 * @param volume          traded amount, in base units
 * @param stepMs          open time minus the open time of the last believed bar; {@link Long#MAX_VALUE} for the first
 * @param misalignedMs    distance of the open time from the full minute before it, in milliseconds
 * @param ageMs           receipt minus close time, in milliseconds; negative for a bar from the future
 * @param aheadMs         close time minus receipt, in milliseconds; negative for a bar of the past
 * @param missingMinutes  whole minutes between the last believed bar and this one; 0 for the first
 * @param deviationPct    largest distance of any of the four prices from the last believed close, in percent of it; 0
 *                        when there is no close to compare with
 * @param volumeRatio     volume over the mean volume of the preceding bars of the series; 0 when there is no mean yet
 * @param agreeingOutlierBars bars directly before this one that were refused as outliers and closed near this close
 */
public record BarCheck(InstrumentId instrument, double open, double high, double low, double close, double lowest,
        double volume, long stepMs, long misalignedMs, long ageMs, long aheadMs,
        long missingMinutes, double deviationPct, double volumeRatio, int agreeingOutlierBars) {
}
