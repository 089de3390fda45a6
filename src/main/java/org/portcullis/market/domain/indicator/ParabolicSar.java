package org.portcullis.market.domain.indicator;

/**
 * Stop and reverse (J. W. Wilder, 1978): a stop that follows price faster with every new extreme. The first trend is a
 * guess, so nothing is told before its first reversal.
 */
public final class ParabolicSar {

    private final double step;
    private final double fastest;
    private long count;
    private boolean rising = true;
    private boolean reversed;
    private double factor;
    private double extreme;
    private double stop;
    private double high1;
    private double high2;
    private double low1;
    private double low2;

    /**
     * @param step    acceleration at first, and more with each new extreme
     * @param fastest the most it may become
     */
    public ParabolicSar(double step, double fastest) {
        this.step = step;
        this.fastest = fastest;
        this.factor = step;
    }

    /** Takes the next bar; the stop for the next one, or {@link Double#NaN} before the bar after the first reversal. */
    public double push(double high, double low) {
        boolean told = reversed;
        if (count == 0) {
            stop = low;
            extreme = high;
        } else if (rising) {
            rise(high, low);
        } else {
            fall(high, low);
        }
        count++;
        high2 = high1;
        high1 = high;
        low2 = low1;
        low1 = low;
        return told ? stop : Double.NaN;
    }

    /** 1 when the stop lies below price, -1 when above. */
    public double direction() {
        return rising ? 1 : -1;
    }

    private void rise(double high, double low) {
        double next = stop + factor * (extreme - stop);
        next = count >= 2 ? Math.min(next, Math.min(low1, low2)) : next;
        if (low < next) {
            turn(low);
            return;
        }
        stop = next;
        if (high > extreme) {
            extreme = high;
            factor = Math.min(factor + step, fastest);
        }
    }

    private void fall(double high, double low) {
        double next = stop - factor * (stop - extreme);
        next = count >= 2 ? Math.max(next, Math.max(high1, high2)) : next;
        if (high > next) {
            turn(high);
            return;
        }
        stop = next;
        if (low < extreme) {
            extreme = low;
            factor = Math.min(factor + step, fastest);
        }
    }

    private void turn(double newExtreme) {
        reversed = true;
        rising = !rising;
        stop = extreme;
        extreme = newExtreme;
        factor = step;
    }
}
