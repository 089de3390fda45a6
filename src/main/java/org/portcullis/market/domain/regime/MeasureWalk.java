package org.portcullis.market.domain.regime;

import org.jspecify.annotations.Nullable;
import org.portcullis.market.RegimeMeasures;
import org.portcullis.market.RegimePeriods;
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

    private final int slopeBars;
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
    private double deviation = Double.NaN;
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
    }

    /** Takes the next bar; its measures, or nothing before {@code barsNeeded()} bars. */
    @Nullable RegimeMeasures push(double high, double low, double close, boolean halted) {
        bars++;
        // first what takes longest, last what has to wait for it: the processor works on the rest meanwhile
        double deviationBefore = deviation;
        deviation = volatility.push(close);
        double range = atr.push(high, low, close);
        double longAverage = emaLong.push(close);
        double trend = emaTrend.push(close);
        double trendThen = trendBefore.push(trend);
        double direction = adx.push(high, low, close);
        double straightness = efficiency.push(close);
        highs.push(high);
        double slope = slope(trend, trendThen, range / close);
        double shock = shock(volatility.lastReturn(), deviationBefore);
        double drawdown = range > 0 ? (highs.largest() - close) / range : 0;
        double rank = volatilities.push(deviation);
        if (bars < barsNeeded) {
            return null;
        }
        return new RegimeMeasures(close, longAverage, slope, direction, straightness, rank, shock, drawdown, halted);
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
