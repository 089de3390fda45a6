package org.portcullis.market.domain.indicator;

/** Bands around the mean of the last closes, a number of population standard deviations away (J. Bollinger). */
public final class Bollinger {

    private final double deviations;
    private final RollingSpread spread;
    private double close = Double.NaN;

    public Bollinger(int period, double deviations) {
        this.deviations = deviations;
        this.spread = new RollingSpread(period);
    }

    /** Takes the next close; {@link Double#NaN} until {@code period} closes were taken, then the middle band. */
    public double push(double next) {
        close = next;
        spread.push(next);
        return middle();
    }

    /** The mean; {@link Double#NaN} until it is known. */
    public double middle() {
        return spread.full() ? spread.mean() : Double.NaN;
    }

    /** The upper band; {@link Double#NaN} until it is known. */
    public double upper() {
        return middle() + deviations * spread.deviation();
    }

    /** The lower band; {@link Double#NaN} until it is known. */
    public double lower() {
        return middle() - deviations * spread.deviation();
    }

    /** Where the close lies between the bands: 0 on the lower, 1 on the upper, 0.5 when they are one. */
    public double percentB() {
        return 0.5 + z() / (2 * deviations);
    }

    /** Distance of the bands as a share of the middle; {@link Double#NaN} until it is known. */
    public double width() {
        return 2 * deviations * spread.deviation() / middle();
    }

    /** Distance of the close from the middle in standard deviations; 0 when the closes are all alike. */
    public double z() {
        return spread.full() ? spread.zScore(close) : Double.NaN;
    }
}
