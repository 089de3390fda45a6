package org.portcullis.market.domain.indicator;

/**
 * Volume-weighted mean price since an anchor, for instance the begin of a session: the caller resets it there. A bar's
 * price is its typical one, (high + low + close) / 3. Sums are compensated, so that a year of bars loses nothing.
 */
public final class Vwap {

    private double last = Double.NaN;
    private double traded;
    private double tradedLost;
    private double volume;
    private double volumeLost;

    /** Begins anew with the next bar. */
    public void reset() {
        last = Double.NaN;
        traded = 0;
        tradedLost = 0;
        volume = 0;
        volumeLost = 0;
    }

    /** Takes the next bar; the mean price since the anchor. */
    public double push(double high, double low, double close, double barVolume) {
        last = (high + low + close) / 3;
        double amount = last * barVolume;
        double tradedNow = traded + amount;
        tradedLost += traded >= amount ? traded - tradedNow + amount : amount - tradedNow + traded;
        traded = tradedNow;
        double volumeNow = volume + barVolume;
        volumeLost += volume >= barVolume ? volume - volumeNow + barVolume : barVolume - volumeNow + volume;
        volume = volumeNow;
        return value();
    }

    /**
     * The mean price; as long as nothing was traded since the anchor, the last typical price; {@link Double#NaN} before
     * the first bar.
     */
    public double value() {
        return volume > 0 ? (traded + tradedLost) / (volume + volumeLost) : last;
    }
}
