package org.portcullis.market.domain.indicator;

/**
 * Alligator (B. Williams, 1995): three smoothed averages of the bars' middle prices, each that of some bars ago, which
 * is where charts draw it now.
 */
public final class Alligator {

    private final Line jaw;
    private final Line teeth;
    private final Line lips;

    public Alligator(int jawPeriod, int jawShift, int teethPeriod, int teethShift, int lipsPeriod, int lipsShift) {
        this.jaw = new Line(jawPeriod, jawShift);
        this.teeth = new Line(teethPeriod, teethShift);
        this.lips = new Line(lipsPeriod, lipsShift);
    }

    /** Takes the next bar. */
    public void push(double high, double low) {
        double middle = (high + low) / 2;
        jaw.push(middle);
        teeth.push(middle);
        lips.push(middle);
    }

    /** The slow line; {@link Double#NaN} until it is known. */
    public double jaw() {
        return jaw.value;
    }

    /** The middle line; {@link Double#NaN} until it is known. */
    public double teeth() {
        return teeth.value;
    }

    /** The fast line; {@link Double#NaN} until it is known. */
    public double lips() {
        return lips.value;
    }

    /** An average of some bars ago. */
    private static final class Line {

        private final Smma average;
        private final Lookback averages;
        private double value = Double.NaN;

        Line(int period, int shift) {
            this.average = new Smma(period);
            this.averages = new Lookback(shift);
        }

        void push(double price) {
            value = averages.push(average.push(price));
        }
    }
}
