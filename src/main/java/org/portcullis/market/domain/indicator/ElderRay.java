package org.portcullis.market.domain.indicator;

/** Bull and bear power (A. Elder, 1989): high and low of the bar minus the exponential average of closes. */
public final class ElderRay {

    private final Ema average;
    private double bull = Double.NaN;
    private double bear = Double.NaN;

    public ElderRay(int period) {
        this.average = new Ema(period);
    }

    /** Takes the next bar; bull power, or {@link Double#NaN} until {@code period} bars were taken. */
    public double push(double high, double low, double close) {
        double middle = average.push(close);
        bull = high - middle;
        bear = low - middle;
        return bull;
    }

    /** High minus average; {@link Double#NaN} until it is known. */
    public double bull() {
        return bull;
    }

    /** Low minus average; {@link Double#NaN} until it is known. */
    public double bear() {
        return bear;
    }
}
