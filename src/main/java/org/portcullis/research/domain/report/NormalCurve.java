package org.portcullis.research.domain.report;

/**
 * Cumulative standard normal distribution to 14 decimals: Hart's algorithm 5666 (J. F. Hart, Computer
 * Approximations, 1968) as given by G. West, Better Approximations to Cumulative Normal Functions, Wilmott 2005.
 */
final class NormalCurve {

    /** Beyond it the curve is smaller than any number. */
    private static final double FLAT = 37;
    private static final double FAR = 7.07106781186547;
    private static final double ROOT_TWO_PI = 2.506628274631000;
    private static final double[] UPPER = {3.52624965998911E-02, 0.700383064443688, 6.37396220353165, 33.912866078383,
        112.079291497871, 221.213596169931, 220.206867912376};
    private static final double[] LOWER = {8.83883476483184E-02, 1.75566716318264, 16.064177579207, 86.7807322029461,
        296.564248779674, 637.333633378831, 793.826512519948, 440.413735824752};

    private NormalCurve() {
    }

    /** Chance that a standard normal variable is at most {@code x}; 0 to 1. */
    static double below(double x) {
        double distance = Math.abs(x);
        double tail = distance > FLAT ? 0 : StrictMath.exp(-distance * distance / 2) * factor(distance);
        return x > 0 ? 1 - tail : tail;
    }

    private static double factor(double distance) {
        if (distance < FAR) {
            return polynomial(UPPER, distance) / polynomial(LOWER, distance);
        }
        double fraction = distance + 0.65;
        for (int step = 4; step >= 1; step--) {
            fraction = distance + step / fraction;
        }
        return 1 / fraction / ROOT_TWO_PI;
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = 0;
        for (double coefficient : coefficients) {
            sum = sum * x + coefficient;
        }
        return sum;
    }
}
