package org.portcullis.market.domain.indicator;

/**
 * Moving average with Gaussian weights (A. Legoux and D. Kouzis-Loukas, 2009): weights
 * {@code exp(-(i - m)^2 / (2 s^2))} with {@code m = offset (n - 1)} and {@code s = n / sigma}. The weights do not carry
 * on from bar to bar, so each bar costs one pass over the window.
 */
public final class Alma {

    private final double[] weights;
    private final double[] ring;
    private int next;
    private int count;

    /**
     * @param offset where the largest weight lies: 0 at the oldest value, 1 at the newest
     * @param sigma  how narrow the weights are
     */
    public Alma(int period, double offset, double sigma) {
        this.weights = new double[period];
        this.ring = new double[period];
        double middle = offset * (period - 1);
        double spread = period / sigma;
        double sum = 0;
        for (int i = 0; i < period; i++) {
            weights[i] = Math.exp(-(i - middle) * (i - middle) / (2 * spread * spread));
            sum += weights[i];
        }
        for (int i = 0; i < period; i++) {
            weights[i] /= sum;
        }
    }

    /** Takes the next value; {@link Double#NaN} until {@code period} values were taken. */
    public double push(double value) {
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
        if (count < ring.length && ++count < ring.length) {
            return Double.NaN;
        }
        double sum = 0;
        int slot = next;
        for (double weight : weights) {
            sum += weight * ring[slot];
            slot = slot + 1 == ring.length ? 0 : slot + 1;
        }
        return sum;
    }
}
