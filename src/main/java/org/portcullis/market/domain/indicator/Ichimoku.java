package org.portcullis.market.domain.indicator;

/**
 * Ichimoku (G. Hosoda, 1969): middles of ranges over three windows. Spans A and B are those of {@code kijun} bars ago,
 * which is where charts draw them now. The lagging line of charts is the close drawn back in time: it would look ahead
 * and is left out; compare the close with an older one instead.
 */
public final class Ichimoku {

    private final HighLow fast;
    private final HighLow middle;
    private final HighLow slow;
    private final Lookback spansA;
    private final Lookback spansB;
    private double tenkan = Double.NaN;
    private double kijun = Double.NaN;
    private double spanA = Double.NaN;
    private double spanB = Double.NaN;

    public Ichimoku(int tenkanPeriod, int kijunPeriod, int senkouPeriod) {
        this.fast = new HighLow(tenkanPeriod);
        this.middle = new HighLow(kijunPeriod);
        this.slow = new HighLow(senkouPeriod);
        this.spansA = new Lookback(kijunPeriod);
        this.spansB = new Lookback(kijunPeriod);
    }

    /** Takes the next bar; the fast line, or {@link Double#NaN} until {@code tenkan} bars were taken. */
    public double push(double high, double low) {
        tenkan = push(fast, high, low);
        kijun = push(middle, high, low);
        spanA = spansA.push((tenkan + kijun) / 2);
        spanB = spansB.push(push(slow, high, low));
        return tenkan;
    }

    /** Middle of the fast window; {@link Double#NaN} until it is known. */
    public double tenkan() {
        return tenkan;
    }

    /** Middle of the middle window; {@link Double#NaN} until it is known. */
    public double kijun() {
        return kijun;
    }

    /** Mean of both lines, {@code kijun} bars ago; {@link Double#NaN} until it is known. */
    public double spanA() {
        return spanA;
    }

    /** Middle of the slow window, {@code kijun} bars ago; {@link Double#NaN} until it is known. */
    public double spanB() {
        return spanB;
    }

    private static double push(HighLow window, double high, double low) {
        return window.push(high, low) ? (window.highest() + window.lowest()) / 2 : Double.NaN;
    }
}
