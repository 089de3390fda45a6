package org.portcullis.research;

import org.portcullis.kernel.Money;

/**
 * What the account of a backtest was worth at a moment. It keeps that worth until the next sample.
 *
 * @param atMs     milliseconds since 1970 UTC
 * @param equity   cash and open positions at their marks; negative when more was lost than was there
 * @param exposure value of the open positions at their marks, long and short added; never negative
 */
public record EquitySample(long atMs, Money equity, Money exposure) {

    public EquitySample {
        if (exposure.isNegative()) {
            throw new IllegalArgumentException("exposure is negative at " + atMs + ": " + exposure);
        }
    }
}
