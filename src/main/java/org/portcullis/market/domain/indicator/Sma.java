package org.portcullis.market.domain.indicator;

/** Plain mean of the last {@code period} values. */
public final class Sma {

    private final int period;
    private final RollingSum values;

    public Sma(int period) {
        this.period = period;
        this.values = new RollingSum(period);
    }

    /** Takes the next value; {@link Double#NaN} until {@code period} values were taken, then their mean. */
    public double push(double value) {
        double sum = values.push(value);
        return values.full() ? sum / period : Double.NaN;
    }
}
