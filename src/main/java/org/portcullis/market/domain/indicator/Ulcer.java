package org.portcullis.market.domain.indicator;

/**
 * Ulcer index (P. Martin, 1987): root mean square of how far, in percent, each close of the window lies below the
 * highest close of the window before it. Each bar costs one pass over the window.
 */
public final class Ulcer {

    private final double[] ring;
    private int next;
    private int count;

    public Ulcer(int period) {
        this.ring = new double[period];
    }

    /** Takes the next value; {@link Double#NaN} until {@code period} values were taken, then percent. */
    public double push(double value) {
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
        if (count < ring.length && ++count < ring.length) {
            return Double.NaN;
        }
        double highest = 0;
        double squares = 0;
        int slot = next;
        for (int i = 0; i < ring.length; i++) {
            highest = Math.max(highest, ring[slot]);
            double fall = highest > 0 ? 100 * (ring[slot] - highest) / highest : 0;
            squares += fall * fall;
            slot = slot + 1 == ring.length ? 0 : slot + 1;
        }
        return Math.sqrt(squares / ring.length);
    }
}
