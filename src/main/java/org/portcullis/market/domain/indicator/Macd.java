package org.portcullis.market.domain.indicator;

/**
 * Convergence and divergence of two exponential averages (G. Appel): the fast one minus the slow one, the average of
 * that, and the distance of the two. Each average begins with the plain mean of its own first values; TA-Lib begins the
 * fast one later, together with the slow one.
 */
public final class Macd {

    private final Ema fast;
    private final Ema slow;
    private final Ema smoothed;
    private double line = Double.NaN;
    private double signal = Double.NaN;

    public Macd(int fastPeriod, int slowPeriod, int signalPeriod) {
        this.fast = new Ema(fastPeriod);
        this.slow = new Ema(slowPeriod);
        this.smoothed = new Ema(signalPeriod);
    }

    /** Takes the next close; {@link Double#NaN} until the slow average is known, then the line, in the price's unit. */
    public double push(double close) {
        line = fast.push(close) - slow.push(close);
        if (!Double.isNaN(line)) {
            signal = smoothed.push(line);
        }
        return line;
    }

    /** Fast minus slow average; {@link Double#NaN} until it is known. */
    public double line() {
        return line;
    }

    /** Average of the line; {@link Double#NaN} until it is known. */
    public double signal() {
        return signal;
    }

    /** Line minus signal; {@link Double#NaN} until it is known. */
    public double histogram() {
        return line - signal;
    }
}
