package org.portcullis.market.domain.indicator;

/** Awesome oscillator (B. Williams, 1998): fast minus slow plain mean of the bars' middle prices. */
public final class Awesome {

    private final Sma fast;
    private final Sma slow;
    private double middle = Double.NaN;
    private double value = Double.NaN;

    public Awesome(int fastPeriod, int slowPeriod) {
        this.fast = new Sma(fastPeriod);
        this.slow = new Sma(slowPeriod);
    }

    /** Takes the next bar; {@link Double#NaN} until {@code slow} bars were taken, then in the price's unit. */
    public double push(double high, double low) {
        middle = (high + low) / 2;
        value = fast.push(middle) - slow.push(middle);
        return value;
    }

    /** The same in percent of the middle price. */
    public double percent() {
        return 100 * value / middle;
    }
}
