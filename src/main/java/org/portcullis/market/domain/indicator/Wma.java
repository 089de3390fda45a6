package org.portcullis.market.domain.indicator;

/**
 * Weighted moving average: the newest of {@code period} values counts {@code period} times, the oldest once,
 * {@code sum(i * v_i) / (n (n + 1) / 2)}. The weighted sum is carried on from bar to bar and taken anew once per turn
 * of the window, so that rounding never piles up.
 */
public final class Wma {

    private final double[] ring;
    private int count;
    private int next;
    private double newest = Double.NaN;
    /** How many values, up to the newest, are equal to it. */
    private int alike;
    private double sum;
    private double weighted;

    public Wma(int period) {
        this.ring = new double[period];
    }

    /** Takes the next value; {@link Double#NaN} until {@code period} values were taken, then their weighted mean. */
    public double push(double value) {
        if (count < ring.length) {
            count++;
            weighted += count * value;
            sum += value;
        } else {
            weighted += ring.length * value - sum;
            sum += value - ring[next];
        }
        ring[next++] = value;
        alike = value == newest ? alike + 1 : 1;
        newest = value;
        if (next == ring.length) {
            next = 0;
            recompute();
        }
        if (alike >= ring.length) {
            alike = ring.length;
            sum = value * ring.length;
            weighted = ring.length * (ring.length + 1) / 2.0 * value;
        }
        return full() ? weighted / (ring.length * (ring.length + 1) / 2.0) : Double.NaN;
    }

    /** True when {@code period} values were taken. */
    boolean full() {
        return count == ring.length;
    }

    /** The sum of the values, the oldest taken once and the newest {@code period} times. */
    double weightedSum() {
        return weighted;
    }

    private void recompute() {
        sum = 0;
        weighted = 0;
        for (int i = 0; i < ring.length; i++) {
            sum += ring[i];
            weighted += (i + 1) * ring[i];
        }
    }
}
