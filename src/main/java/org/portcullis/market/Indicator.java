package org.portcullis.market;

/**
 * One indicator over the bars of one instrument. Each bar costs constant time, or one pass over the window where the
 * catalogue says so, and no memory is allocated. Nothing it tells depends on a later bar. Used by one thread.
 */
public interface Indicator {

    /**
     * Takes the next bar.
     *
     * @param openTimeMs open time of the bar, UTC milliseconds
     */
    void push(long openTimeMs, double open, double high, double low, double close, double volume);

    /**
     * What it says at the last bar taken; {@link Double#NaN} as long as that is not known.
     *
     * @param output index of the output, in the order of {@link IndicatorKind#outputs()}
     */
    double value(int output);
}
