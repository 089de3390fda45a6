package org.portcullis.market.domain.indicator;

/**
 * Sum of the last {@code window} values. Values come in and go out by compensated addition (A. Neumaier, ZAMM 54,
 * 1974), and once per full turn of the window the sum is taken anew, so that rounding never piles up over more than
 * one window, however many bars there are.
 */
public final class RollingSum {

    private final double[] ring;
    private int count;
    private int next;
    private double sum;
    private double lost;

    public RollingSum(int window) {
        this.ring = new double[window];
    }

    /** Takes the next value in place of the oldest; the sum of the values held. */
    public double push(double value) {
        double oldest = ring[next];
        ring[next] = value;
        next++;
        if (count < ring.length) {
            count++;
        } else {
            add(-oldest);
        }
        add(value);
        if (next == ring.length) {
            next = 0;
            recompute();
        }
        return sum();
    }

    /** The sum of the values held; 0 before the first. */
    public double sum() {
        return sum + lost;
    }

    /** True when {@code window} values were taken. */
    public boolean full() {
        return count == ring.length;
    }

    private void add(double value) {
        double total = sum + value;
        lost += Math.abs(sum) >= Math.abs(value) ? sum - total + value : value - total + sum;
        sum = total;
    }

    private void recompute() {
        sum = 0;
        lost = 0;
        for (double value : ring) {
            add(value);
        }
    }
}
