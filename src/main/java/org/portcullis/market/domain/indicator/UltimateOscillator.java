package org.portcullis.market.domain.indicator;

/**
 * Ultimate oscillator (L. Williams, 1976): buying pressure over true range in three windows, the short one counting
 * four times, the middle one twice, 0 to 100. Buying pressure is the close over the true low.
 */
public final class UltimateOscillator {

    private final Share shorter;
    private final Share middle;
    private final Share longer;
    private double lastClose = Double.NaN;

    public UltimateOscillator(int shortPeriod, int middlePeriod, int longPeriod) {
        this.shorter = new Share(shortPeriod);
        this.middle = new Share(middlePeriod);
        this.longer = new Share(longPeriod);
    }

    /** Takes the next bar; {@link Double#NaN} until {@code long + 1} bars were taken. */
    public double push(double high, double low, double close) {
        double before = lastClose;
        lastClose = close;
        if (Double.isNaN(before)) {
            return Double.NaN;
        }
        double trueLow = Math.min(low, before);
        double range = Math.max(high, before) - trueLow;
        double fast = shorter.push(close - trueLow, range);
        double medium = middle.push(close - trueLow, range);
        double slow = longer.push(close - trueLow, range);
        return 100 * (4 * fast + 2 * medium + slow) / 7;
    }

    /** Pressure over range in one window; 0 where there was no range. */
    private static final class Share {

        private final RollingSum pressures;
        private final RollingSum ranges;

        Share(int period) {
            this.pressures = new RollingSum(period);
            this.ranges = new RollingSum(period);
        }

        double push(double pressure, double range) {
            double part = pressures.push(pressure);
            double whole = ranges.push(range);
            return !ranges.full() ? Double.NaN : whole > 0 ? part / whole : 0;
        }
    }
}
