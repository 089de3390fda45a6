package org.portcullis.market.domain;

import org.jspecify.annotations.Nullable;
import org.portcullis.market.Bar;
import org.portcullis.market.FeaturePeriods;
import org.portcullis.market.Features;
import org.portcullis.market.domain.indicator.Ema;
import org.portcullis.market.domain.indicator.Lookback;
import org.portcullis.market.domain.indicator.RollingPeak;
import org.portcullis.market.domain.indicator.RollingSpread;
import org.portcullis.market.domain.indicator.WilderAtr;
import org.portcullis.market.domain.indicator.WilderRsi;

/**
 * One unbroken run of believed bars of one instrument and the indicators over it. After a hole a new series is begun,
 * so nothing is ever computed across one. Used by one thread.
 */
public final class Series {

    private final FeaturePeriods periods;
    private final Ema emaFast;
    private final Ema emaSlow;
    private final WilderRsi rsi;
    private final WilderAtr atr;
    private final RollingSpread volumes;
    private final RollingSpread closes;
    private final RollingPeak highs;
    private final RollingPeak negatedLows;
    private final Lookback closesBefore;
    private long bars;
    private double rsiNow = Double.NaN;
    private double atrNow = Double.NaN;
    private double fastNow = Double.NaN;
    private double slowNow = Double.NaN;

    public Series(FeaturePeriods periods) {
        this.periods = periods;
        this.emaFast = new Ema(periods.emaFastBars());
        this.emaSlow = new Ema(periods.emaSlowBars());
        this.rsi = new WilderRsi(periods.rsiBars());
        this.atr = new WilderAtr(periods.atrBars());
        this.volumes = new RollingSpread(periods.volumeBars());
        this.closes = new RollingSpread(periods.zScoreBars());
        this.highs = new RollingPeak(periods.rangeBars());
        this.negatedLows = new RollingPeak(periods.rangeBars());
        this.closesBefore = new Lookback(periods.returnBars());
    }

    /** Bars taken so far. */
    public long bars() {
        return bars;
    }

    /** The average true range in quote currency, or 0 while it is not yet known. */
    public double atr() {
        return Double.isNaN(atrNow) ? 0 : atrNow;
    }

    /** Volume in means of the volumes held; 0 while their window is not full or nothing was traded in it. */
    public double volumeRatio(double volume) {
        return volumes.full() && volumes.mean() > 0 ? volume / volumes.mean() : 0;
    }

    /** Takes the next bar; the features at its close, or nothing while the series is too short. */
    public @Nullable Features push(Bar bar, BarNumbers numbers) {
        FeatureNumbers made = new FeatureNumbers();
        push(numbers, made);
        return made.of(bar, numbers);
    }

    /** Takes the next bar; what the features at its close are made from. */
    void push(BarNumbers numbers, FeatureNumbers into) {
        double close = numbers.close();
        double high = numbers.high();
        double low = numbers.low();
        double volume = numbers.volume();
        into.rsiBefore = rsiNow;
        into.fastBefore = fastNow;
        into.slowBefore = slowNow;
        into.rangeHigh = highs.largest();
        into.rangeLow = -negatedLows.largest();
        into.closeBefore = closesBefore.push(close);
        into.volumeMean = volumes.mean();
        into.volumeVariance = volumes.variance();
        fastNow = emaFast.push(close);
        slowNow = emaSlow.push(close);
        rsiNow = rsi.push(close);
        atrNow = atr.push(high, low, close);
        volumes.push(volume);
        closes.push(close);
        highs.push(high);
        negatedLows.push(-low);
        bars++;
        into.fast = fastNow;
        into.slow = slowNow;
        into.rsi = rsiNow;
        into.atr = atrNow;
        into.closeMean = closes.mean();
        into.closeVariance = closes.variance();
        into.bars = bars < periods.barsNeeded() ? 0 : bars;
    }
}
