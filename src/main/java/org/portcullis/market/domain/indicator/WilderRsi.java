package org.portcullis.market.domain.indicator;

/**
 * S1-31: relative strength index with Wilder's smoothing (J. W. Wilder, New Concepts in Technical Trading Systems,
 * 1978): the first averages are plain means of {@code period} changes, each later one keeps (period - 1) / period of
 * itself.
 */
public final class WilderRsi {

    private final int period;
    /** The same as a number, see {@link Adx}. */
    private final double length;
    private int count;
    private double last;
    private double gains;
    private double losses;

    public WilderRsi(int period) {
        this.period = period;
        this.length = period;
    }

    /**
     * Takes the next close; {@link Double#NaN} until {@code period} changes are known, then 0 to 100. With no loss in
     * memory the index is 100, as TA-Lib and Skender have it.
     */
    public double push(double close) {
        double change = close - last;
        last = close;
        if (count++ == 0) {
            return Double.NaN;
        }
        double gain = Math.max(change, 0);
        double loss = Math.max(-change, 0);
        if (count <= period + 1) {
            gains += gain / length;
            losses += loss / length;
            return count <= period ? Double.NaN : index();
        }
        gains = (gains * (length - 1) + gain) / length;
        losses = (losses * (length - 1) + loss) / length;
        return index();
    }

    private double index() {
        return losses > 0 ? 100 - 100 / (1 + gains / losses) : 100;
    }
}
