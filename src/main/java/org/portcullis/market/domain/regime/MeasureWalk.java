package org.portcullis.market.domain.regime;

import org.jspecify.annotations.Nullable;
import org.portcullis.market.RegimeMeasures;
import org.portcullis.market.RegimePeriods;
import org.portcullis.market.domain.BarRun;
import org.portcullis.market.domain.Logarithm;
import org.portcullis.market.domain.indicator.Adx;
import org.portcullis.market.domain.indicator.EfficiencyRatio;
import org.portcullis.market.domain.indicator.Ema;
import org.portcullis.market.domain.indicator.Lookback;
import org.portcullis.market.domain.indicator.RealisedVolatility;
import org.portcullis.market.domain.indicator.RollingPeak;
import org.portcullis.market.domain.indicator.RollingRank;
import org.portcullis.market.domain.indicator.WilderAtr;

/** The measures of the regime over one unbroken run of bars, each in constant time per bar. Used by one thread. */
final class MeasureWalk {

    /** A number already, so that none has to be made of it for every bar. */
    private final double slopeBars;
    private final int barsNeeded;
    private final Ema emaLong;
    private final Ema emaTrend;
    private final Lookback trendBefore;
    private final Adx adx;
    private final WilderAtr atr;
    private final EfficiencyRatio efficiency;
    private final RealisedVolatility volatility;
    private final RollingRank volatilities;
    private final RollingPeak highs;
    /** By bar of a run; the deviation before the first one stands first. */
    private final double[] deviations = new double[BarRun.MOST + 1];
    private final double[] returns = new double[BarRun.MOST];
    private final double[] ranks = new double[BarRun.MOST];
    private final double[] ranges = new double[BarRun.MOST];
    private final double[] drawdowns = new double[BarRun.MOST];
    private final double[] directions = new double[BarRun.MOST];
    private final double[] averages = new double[BarRun.MOST];
    private final double[] slopes = new double[BarRun.MOST];
    private final double[] straightness = new double[BarRun.MOST];
    private long bars;

    MeasureWalk(RegimePeriods periods) {
        this.slopeBars = periods.slopeBars();
        this.barsNeeded = periods.barsNeeded();
        this.emaLong = new Ema(periods.emaLongBars());
        this.emaTrend = new Ema(periods.emaTrendBars());
        this.trendBefore = new Lookback(periods.slopeBars());
        this.adx = new Adx(periods.adxBars());
        this.atr = new WilderAtr(periods.atrBars());
        this.efficiency = new EfficiencyRatio(periods.efficiencyBars());
        this.volatility = new RealisedVolatility(periods.volatilityBars(), 1);
        this.volatilities = new RollingRank(periods.rankBars());
        this.highs = new RollingPeak(periods.drawdownBars());
        deviations[0] = Double.NaN;
    }

    /** Takes the next bar; its measures, or nothing before {@code barsNeeded()} bars. A loop of one would be slower. */
    @Nullable RegimeMeasures push(double high, double low, double close, boolean halted) {
        // first what takes longest, last what has to wait for it: the processor works on the rest meanwhile
        double deviationBefore = deviations[0];
        double deviation = volatility.push(close);
        deviations[0] = deviation;
        double range = atr.push(high, low, close);
        double average = emaLong.push(close);
        double trend = emaTrend.push(close);
        double trendThen = trendBefore.push(trend);
        double direction = adx.push(high, low, close);
        double straight = efficiency.push(close);
        highs.push(high);
        double slope = slope(trend, trendThen, range / close);
        double drawdown = range > 0 ? (highs.largest() - close) / range : 0;
        double rank = volatilities.push(deviation);
        return ++bars < barsNeeded ? null : new RegimeMeasures(close, average, slope, direction, straight, rank,
                shock(volatility.lastReturn(), deviationBefore), drawdown, halted);
    }

    /**
     * Takes the next bars, one after the other, each measure for all of them at once.
     *
     * @param into their measures, nothing before {@code barsNeeded()} bars
     */
    void push(double[] high, double[] low, double[] close, int count, boolean halted,
            @Nullable RegimeMeasures[] into) {
        deviations(close, count);
        ranges(high, low, close, count);
        trends(close, count);
        for (int i = 0; i < count; i++) {
            into[i] = ++bars < barsNeeded ? null : new RegimeMeasures(close[i], averages[i], slopes[i], directions[i],
                    straightness[i], ranks[i], shock(returns[i], deviations[i]), drawdowns[i], halted);
        }
        deviations[0] = deviations[count];
    }

    private void deviations(double[] close, int count) {
        for (int i = 0; i < count; i++) {
            deviations[i + 1] = volatility.push(close[i]);
            returns[i] = volatility.lastReturn();
        }
        for (int i = 0; i < count; i++) {
            ranks[i] = volatilities.push(deviations[i + 1]);
        }
    }

    private void ranges(double[] high, double[] low, double[] close, int count) {
        for (int i = 0; i < count; i++) {
            double range = atr.push(high[i], low[i], close[i]);
            highs.push(high[i]);
            ranges[i] = range;
            drawdowns[i] = range > 0 ? (highs.largest() - close[i]) / range : 0;
        }
        for (int i = 0; i < count; i++) {
            directions[i] = adx.push(high[i], low[i], close[i]);
        }
    }

    private void trends(double[] close, int count) {
        for (int i = 0; i < count; i++) {
            averages[i] = emaLong.push(close[i]);
            double trend = emaTrend.push(close[i]);
            slopes[i] = slope(trend, trendBefore.push(trend), ranges[i] / close[i]);
        }
        for (int i = 0; i < count; i++) {
            straightness[i] = efficiency.push(close[i]);
        }
    }

    /** Per bar, in percent of the average true range; 0 where nothing moves. */
    private double slope(double trend, double before, double rangeShare) {
        return rangeShare > 0 ? Logarithm.of(trend / before) / slopeBars / rangeShare * 100 : 0;
    }

    /** After a market that stood still any move would be without measure: 0. */
    private static double shock(double lastReturn, double deviationBefore) {
        return deviationBefore > 0 ? lastReturn / deviationBefore : 0;
    }
}
