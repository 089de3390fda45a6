package org.portcullis.market.domain.indicator;

/** Remembers the value of {@code distance} steps ago. */
public final class Lookback {

    private final double[] ring;
    private int next;
    private long count;

    public Lookback(int distance) {
        this.ring = new double[distance];
    }

    /** Takes the next value and gives the one {@code distance} steps before it, or {@link Double#NaN} at the start. */
    public double push(double value) {
        double before = count < ring.length ? Double.NaN : ring[next];
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
        count++;
        return before;
    }
}
