package org.portcullis.market.domain.indicator;

import java.util.Arrays;

/**
 * T3 average (T. Tillson, Technical Analysis of Stocks and Commodities, 1998):
 * {@code c1 e6 + c2 e5 + c3 e4 + c4 e3} of six exponential averages, one over the other, with
 * {@code c1 = -a^3, c2 = 3 a^2 + 3 a^3, c3 = -6 a^2 - 3 a - 3 a^3, c4 = 1 + 3 a + a^3 + 3 a^2}. All begin with the
 * first value, so that something is told from the first bar on; wait a few periods before you believe it.
 */
public final class T3 {

    private final double smoothing;
    private final double[] shares;
    private final double[] averages = new double[6];
    private boolean begun;

    /** @param factor a, how much is taken off for overshooting, 0 to 1 */
    public T3(int period, double factor) {
        this.smoothing = 2.0 / (period + 1);
        double square = factor * factor;
        double cube = square * factor;
        this.shares = new double[]{-cube, 3 * square + 3 * cube, -6 * square - 3 * factor - 3 * cube,
            1 + 3 * factor + cube + 3 * square};
    }

    /** Takes the next value; the average from the first one on. */
    public double push(double value) {
        if (!begun) {
            begun = true;
            Arrays.fill(averages, value);
        } else {
            double input = value;
            for (int i = 0; i < averages.length; i++) {
                averages[i] += smoothing * (input - averages[i]);
                input = averages[i];
            }
        }
        return shares[0] * averages[5] + shares[1] * averages[4] + shares[2] * averages[3] + shares[3] * averages[2];
    }
}
