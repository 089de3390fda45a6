package org.portcullis.market.domain.indicator;

/**
 * On balance volume (J. Granville, 1963): volume is added when the close rose and taken off when it fell. Only its
 * changes mean something: its height depends on where the series began.
 */
public final class Obv {

    private double last = Double.NaN;
    private double balance;

    /** Takes the next bar; 0 at the first. */
    public double push(double close, double volume) {
        if (close > last) {
            balance += volume;
        } else if (close < last) {
            balance -= volume;
        }
        last = close;
        return balance;
    }
}
