package org.portcullis.market.domain.structure;

import org.portcullis.market.domain.indicator.Ema;
import org.portcullis.market.domain.indicator.Lookback;
import org.portcullis.market.domain.indicator.RollingSpread;
import org.portcullis.market.domain.indicator.WilderAtr;

/**
 * What structure is measured with: average true range, slow trend, unusual volume and bodies, efficiency, the day's
 * mean price. The periods are part of the definitions of SMC C and G: a model that was trained on one meaning of a
 * feature must not be asked with another. A measure that is not known is {@link Double#NaN}.
 */
final class BarMeasures {

    private static final int TREND_FAST = 50;
    private static final int TREND_SLOW = 200;
    private static final int UNUSUAL = 50;
    private static final int VOLUME_MEAN = 20;
    private static final int EFFICIENCY = 20;

    private final WilderAtr atr;
    private final Ema fast = new Ema(TREND_FAST);
    private final Ema slow = new Ema(TREND_SLOW);
    private final RollingSpread volumes = new RollingSpread(UNUSUAL);
    private final RollingSpread bodies = new RollingSpread(UNUSUAL);
    private final RollingSpread recentVolumes = new RollingSpread(VOLUME_MEAN);
    private final RollingSpread moves = new RollingSpread(EFFICIENCY);
    private final Lookback closes = new Lookback(EFFICIENCY);
    private double closeBefore = Double.NaN;
    private long day = Long.MIN_VALUE;
    private double dayVolume;
    private double dayTurnover;
    double atrNow = Double.NaN;
    double trend = Double.NaN;
    double volumeZ = Double.NaN;
    double bodyZ = Double.NaN;
    double volumeRatio = Double.NaN;
    double efficiency = Double.NaN;
    double meanPrice = Double.NaN;

    BarMeasures(int atrBars) {
        this.atr = new WilderAtr(atrBars);
    }

    void push(double open, double high, double low, double close, double volume, long tradingDay) {
        atrNow = atr.push(high, low, close);
        trend = fast.push(close) - slow.push(close);
        double body = Math.abs(close - open);
        // compared with the bars before it, the bar itself not among them
        volumeZ = volumes.full() ? volumes.zScore(volume) : Double.NaN;
        bodyZ = bodies.full() ? bodies.zScore(body) : Double.NaN;
        volumeRatio = recentVolumes.full() && recentVolumes.mean() > 0 ? volume / recentVolumes.mean() : Double.NaN;
        volumes.push(volume);
        bodies.push(body);
        recentVolumes.push(volume);
        measureEfficiency(close);
        measureMeanPrice((high + low + close) / 3, volume, tradingDay);
    }

    /** How straight the way of the last bars was: distance over path, 0 to 1. */
    private void measureEfficiency(double close) {
        double longBefore = closes.push(close);
        if (!Double.isNaN(closeBefore)) {
            moves.push(Math.abs(close - closeBefore));
        }
        closeBefore = close;
        if (moves.full()) {
            double path = moves.mean() * EFFICIENCY;
            efficiency = path > 0 ? Math.min(1, Math.abs(close - longBefore) / path) : 0;
        }
    }

    private void measureMeanPrice(double typical, double volume, long tradingDay) {
        if (tradingDay != day) {
            day = tradingDay;
            dayVolume = 0;
            dayTurnover = 0;
        }
        dayVolume += volume;
        dayTurnover += typical * volume;
        meanPrice = dayVolume > 0 ? dayTurnover / dayVolume : Double.NaN;
    }
}
