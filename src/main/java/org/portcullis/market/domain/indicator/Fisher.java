package org.portcullis.market.domain.indicator;

/**
 * Fisher transform (J. Ehlers, 2002): {@code 0.5 ln((1 + x) / (1 - x)) + 0.5 f before} of the place x, -1 to 1, that
 * the middle price has in the range of middle prices, smoothed; the trigger is the transform of the bar before.
 */
public final class Fisher {

    private static final double EDGE = 0.99;
    private static final double CAPPED = 0.999;

    private final HighLow range;
    private double place;
    private double value = Double.NaN;
    private double trigger = Double.NaN;

    public Fisher(int period) {
        this.range = new HighLow(period);
    }

    /** Takes the next value; the transform from the first one on, over as many values as there are. */
    public double push(double price) {
        range.push(price, price);
        trigger = value;
        if (Double.isNaN(value)) {
            value = 0;
            return 0;
        }
        double width = range.highest() - range.lowest();
        double raw = width > 0 ? 0.66 * ((price - range.lowest()) / width - 0.5) + 0.67 * place : 0;
        place = raw > EDGE ? CAPPED : raw < -EDGE ? -CAPPED : raw;
        value = 0.5 * Math.log((1 + place) / (1 - place)) + 0.5 * trigger;
        return value;
    }

    /** The transform one bar earlier; {@link Double#NaN} at the first. */
    public double trigger() {
        return trigger;
    }
}
