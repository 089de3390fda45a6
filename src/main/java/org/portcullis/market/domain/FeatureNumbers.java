package org.portcullis.market.domain;

import org.jspecify.annotations.Nullable;
import org.portcullis.market.Bar;
import org.portcullis.market.Features;
import org.portcullis.market.domain.indicator.RollingSpread;

/**
 * What the features of one bar are made from, so that they are made only for those who ask. One of these serves bar
 * after bar. Used by one thread.
 */
final class FeatureNumbers {

    double fast;
    double slow;
    double fastBefore;
    double slowBefore;
    double rsi;
    double rsiBefore;
    double atr;
    /** Of the volumes before. */
    double volumeMean;
    double volumeVariance;
    double closeBefore;
    double rangeHigh;
    double rangeLow;
    double closeMean;
    double closeVariance;
    /** Bars of the series; 0 while it is too short for features. */
    long bars;

    /** The features of the bar whose numbers these are; nothing while its series was too short. */
    @Nullable Features of(Bar bar, BarNumbers numbers) {
        double close = numbers.close();
        return bars == 0 ? null : new Features(bar.instrument(), bar.openTimeMs(), bar.closeTimeMs(), bar.closeE8(),
                close, fast, slow, spreadPct(fast, slow), spreadPct(fastBefore, slowBefore), rsi, rsiBefore, atr,
                atr / close * 100, RollingSpread.zScore(numbers.volume(), volumeMean, volumeVariance),
                (close - closeBefore) / closeBefore * 100, rangeHigh, rangeLow, breakout(close),
                RollingSpread.zScore(close, closeMean, closeVariance), bars);
    }

    private static double spreadPct(double fast, double slow) {
        return (fast - slow) / slow * 100;
    }

    /** In average true ranges; 0 when the market stands still, for then nothing breaks out. */
    private double breakout(double close) {
        return atr > 0 ? (close - rangeHigh) / atr : 0;
    }
}
