package org.portcullis.market.domain.indicator;

/**
 * Stochastic momentum index (W. Blau, 1993): distance of the close from the middle of the window's range, smoothed
 * twice, over half of that range smoothed twice, -100 to 100. The averages begin with the first distance.
 */
public final class Smi {

    private final HighLow range;
    private final double first;
    private final double second;
    private final double signalling;
    private double distance1 = Double.NaN;
    private double distance2;
    private double range1;
    private double range2;
    private double signal = Double.NaN;

    public Smi(int period, int firstPeriod, int secondPeriod, int signalPeriod) {
        this.range = new HighLow(period);
        this.first = 2.0 / (firstPeriod + 1);
        this.second = 2.0 / (secondPeriod + 1);
        this.signalling = 2.0 / (signalPeriod + 1);
    }

    /** Takes the next bar; {@link Double#NaN} until {@code period} bars were taken. */
    public double push(double high, double low, double close) {
        if (!range.push(high, low)) {
            return Double.NaN;
        }
        double distance = close - (range.highest() + range.lowest()) / 2;
        double width = range.highest() - range.lowest();
        boolean begin = Double.isNaN(distance1);
        distance1 = begin ? distance : distance1 + first * (distance - distance1);
        range1 = begin ? width : range1 + first * (width - range1);
        distance2 = begin ? distance1 : distance2 + second * (distance1 - distance2);
        range2 = begin ? range1 : range2 + second * (range1 - range2);
        double index = range2 > 0 ? 100 * distance2 / (range2 / 2) : 0;
        signal = begin ? index : signal + signalling * (index - signal);
        return index;
    }

    /** The average of the index; {@link Double#NaN} until it is known. */
    public double signal() {
        return signal;
    }
}
