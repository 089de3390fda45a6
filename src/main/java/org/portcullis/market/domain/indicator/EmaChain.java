package org.portcullis.market.domain.indicator;

import java.util.Arrays;

/**
 * Exponential averages of exponential averages, each begun with the plain mean of the first {@code period} values: the
 * way in which Skender begins DEMA, TEMA and TRIX. Others begin each average only when the one before it is known; what
 * is told then differs at first and fades.
 */
final class EmaChain {

    private final int period;
    private final double smoothing;
    private final double[] averages;
    private int count;
    private double sum;

    /** @param depth how many averages, one over the other */
    EmaChain(int period, int depth) {
        this.period = period;
        this.smoothing = 2.0 / (period + 1);
        this.averages = new double[depth];
    }

    /** Takes the next value; false until {@code period} values were taken. */
    boolean push(double value) {
        if (count < period) {
            count++;
            sum += value;
            if (count < period) {
                return false;
            }
            Arrays.fill(averages, sum / period);
            return true;
        }
        double input = value;
        for (int i = 0; i < averages.length; i++) {
            averages[i] += smoothing * (input - averages[i]);
            input = averages[i];
        }
        return true;
    }

    /** The average that so many others lie below. */
    double get(int depth) {
        return averages[depth];
    }
}
