package org.portcullis.market.domain.indicator;

/**
 * Directional movement and its average (J. W. Wilder, New Concepts in Technical Trading Systems, 1978). The first sums
 * are taken over {@code period} bars after the first one, each later sum keeps (period - 1) / period of itself; the
 * first average is the plain mean of {@code period} indices. Skender begins as we do. TA-Lib begins its sums one bar
 * shorter, so that its first hundred values are others and the later ones ours.
 */
public final class Adx {

    private final int period;
    /** The same as a number: to make one of it for every bar would have the processor wait for the one before. */
    private final double length;
    /** What a sum keeps of itself from bar to bar. */
    private final double share;
    private long count;
    private double lastHigh;
    private double lastLow;
    private double lastClose;
    private double ranges;
    private double rises;
    private double falls;
    private double plus = Double.NaN;
    private double minus = Double.NaN;
    private double index = Double.NaN;
    private double average;

    public Adx(int period) {
        this.period = period;
        this.length = period;
        this.share = 1 - 1.0 / period;
    }

    /**
     * Takes the next bar; {@link Double#NaN} until 2 * {@code period} bars were taken, then the average index, 0 (no
     * direction) to 100. Where nothing moves there is no direction.
     */
    public double push(double high, double low, double close) {
        double up = high - lastHigh;
        double down = lastLow - low;
        double range = Math.max(high, lastClose) - Math.min(low, lastClose);
        lastHigh = high;
        lastLow = low;
        lastClose = close;
        if (count++ == 0) {
            return Double.NaN;
        }
        double kept = count <= period + 1 ? 1 : share;
        ranges = ranges * kept + range;
        rises = rises * kept + where(down - up, Math.max(up, 0));
        falls = falls * kept + where(up - down, Math.max(down, 0));
        if (count > period) {
            direct();
        }
        return value();
    }

    /** Share of the true range that was movement upward, 0 to 100; {@link Double#NaN} until it is known. */
    public double plusDi() {
        return plus;
    }

    /** Share of the true range that was movement downward, 0 to 100; {@link Double#NaN} until it is known. */
    public double minusDi() {
        return minus;
    }

    /** How one-sided movement is, 0 to 100; {@link Double#NaN} until it is known. */
    public double dx() {
        return index;
    }

    /** The average of {@link #dx()}; {@link Double#NaN} until it is known. */
    public double value() {
        return count >= 2L * period ? average : Double.NaN;
    }

    /** The number where the other lies below zero, else 0; without a branch, for nobody can foretell the way. */
    private static double where(double belowZero, double number) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(number)
                & Double.doubleToRawLongBits(belowZero) >> Long.SIZE - 1);
    }

    private void direct() {
        plus = ranges > 0 ? 100 * rises / ranges : 0;
        minus = ranges > 0 ? 100 * falls / ranges : 0;
        index = plus + minus > 0 ? 100 * Math.abs(plus - minus) / (plus + minus) : 0;
        if (count <= 2L * period) {
            average += index / length;
        } else {
            average = (average * (length - 1) + index) / length;
        }
    }
}
