package org.portcullis.market.domain.indicator;

/** Change of a value over {@code period} bars: in percent (rate of change) and as it is (momentum). */
public final class RateOfChange {

    private final Lookback values;
    private double momentum = Double.NaN;

    public RateOfChange(int period) {
        this.values = new Lookback(period);
    }

    /** Takes the next value; {@link Double#NaN} until {@code period} changes are known, then percent. */
    public double push(double value) {
        double before = values.push(value);
        momentum = value - before;
        return before == 0 ? Double.NaN : 100 * momentum / before;
    }

    /** The change in the unit of the values; {@link Double#NaN} until it is known. */
    public double momentum() {
        return momentum;
    }
}
