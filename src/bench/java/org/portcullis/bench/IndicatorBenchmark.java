package org.portcullis.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;
import org.portcullis.market.RegimeSettings;
import org.portcullis.market.domain.indicator.Adx;
import org.portcullis.market.domain.indicator.Bollinger;
import org.portcullis.market.domain.indicator.EfficiencyRatio;
import org.portcullis.market.domain.indicator.Ema;
import org.portcullis.market.domain.indicator.Macd;
import org.portcullis.market.domain.indicator.Parkinson;
import org.portcullis.market.domain.indicator.RealisedVolatility;
import org.portcullis.market.domain.indicator.RollingRank;
import org.portcullis.market.domain.indicator.RollingVwap;
import org.portcullis.market.domain.indicator.Sma;
import org.portcullis.market.domain.indicator.VolumeZ;
import org.portcullis.market.domain.indicator.Vwap;
import org.portcullis.market.domain.indicator.WilderAtr;
import org.portcullis.market.domain.indicator.WilderRsi;
import org.portcullis.market.domain.regime.LimitsJudge;
import org.portcullis.market.domain.regime.RegimeWalk;

/** One update of each indicator, and of the regime with all its measures. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class IndicatorBenchmark {

    private static final int BARS = 4_096;

    private final double[] highs = new double[BARS];
    private final double[] lows = new double[BARS];
    private final double[] closes = new double[BARS];
    private final double[] volumes = new double[BARS];
    private final RegimeSettings regime = RegimeSettings.from(PolicyBook.open(Path.of("rules", "policy.yaml"), null)
            .current());

    @Setup
    public void open() {
        // one instrument, without the bad ticks that the guards refuse
        Bar[] bars = Shipped.bars(8 * BARS).stream().filter(bar -> bar.instrument().value().equals("BTCUSDT"))
                .filter(bar -> bar.lowE8() > 0).limit(BARS).toArray(Bar[]::new);
        for (int i = 0; i < BARS; i++) {
            highs[i] = (double) bars[i].highE8() / FixedPoint.ONE;
            lows[i] = (double) bars[i].lowE8() / FixedPoint.ONE;
            closes[i] = (double) bars[i].closeE8() / FixedPoint.ONE;
            volumes[i] = (double) bars[i].volumeE8() / FixedPoint.ONE;
        }
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double ema12() {
        Ema ema = new Ema(12);
        double last = 0;
        for (double close : closes) {
            last = ema.push(close);
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double wilderRsi14() {
        WilderRsi rsi = new WilderRsi(14);
        double last = 0;
        for (double close : closes) {
            last = rsi.push(close);
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double wilderAtr14() {
        WilderAtr atr = new WilderAtr(14);
        double last = 0;
        for (int i = 0; i < BARS; i++) {
            last = atr.push(highs[i], lows[i], closes[i]);
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double sma20() {
        Sma sma = new Sma(20);
        double last = 0;
        for (double close : closes) {
            last = sma.push(close);
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double macd12to26() {
        Macd macd = new Macd(12, 26, 9);
        double last = 0;
        for (double close : closes) {
            last = macd.push(close) + macd.histogram();
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double bollinger20() {
        Bollinger bands = new Bollinger(20, 2);
        double last = 0;
        for (double close : closes) {
            last = bands.push(close) + bands.percentB();
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double efficiencyRatio20() {
        EfficiencyRatio ratio = new EfficiencyRatio(20);
        double last = 0;
        for (double close : closes) {
            last = ratio.push(close);
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double realisedVolatility20() {
        RealisedVolatility volatility = new RealisedVolatility(20, 525_600);
        double last = 0;
        for (double close : closes) {
            last = volatility.push(close);
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double realisedVolatilityRank2000() {
        RealisedVolatility volatility = new RealisedVolatility(20, 525_600);
        RollingRank rank = new RollingRank(2_000);
        double last = 0;
        for (double close : closes) {
            last = rank.push(volatility.push(close));
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double adx14() {
        Adx adx = new Adx(14);
        double last = 0;
        for (int i = 0; i < BARS; i++) {
            last = adx.push(highs[i], lows[i], closes[i]);
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double vwap() {
        Vwap vwap = new Vwap();
        double last = 0;
        for (int i = 0; i < BARS; i++) {
            last = vwap.push(highs[i], lows[i], closes[i], volumes[i]);
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double rollingVwap20() {
        RollingVwap vwap = new RollingVwap(20);
        double last = 0;
        for (int i = 0; i < BARS; i++) {
            last = vwap.push(closes[i], volumes[i]);
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double volumeZ20() {
        VolumeZ volumeZ = new VolumeZ(20);
        double last = 0;
        for (int i = 0; i < BARS; i++) {
            last = volumeZ.push(volumes[i]);
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double parkinson20() {
        Parkinson parkinson = new Parkinson(20);
        double last = 0;
        for (int i = 0; i < BARS; i++) {
            last = parkinson.push(highs[i], lows[i]);
        }
        return last;
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double regimeOfABar() {
        RegimeWalk walk = new RegimeWalk(regime, new LimitsJudge());
        double last = 0;
        for (int i = 0; i < BARS; i++) {
            last = walk.push(highs[i], lows[i], closes[i], i * 60_000L).trendAtrPct();
        }
        return last;
    }
}
