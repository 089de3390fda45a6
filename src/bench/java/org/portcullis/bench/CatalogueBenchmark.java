package org.portcullis.bench;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;
import org.portcullis.market.Indicator;
import org.portcullis.market.IndicatorCatalogue;
import org.portcullis.market.IndicatorUse;

/** B-S2: one bar through each indicator of the catalogue at its usual parameters, and one reading of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class CatalogueBenchmark {

    private static final int BARS = 2_000;

    /** Every kind of the catalogue; {@link #open} refuses a list that is not complete. */
    @Param({
        "adl", "adx", "alligator", "alma", "aroon", "atr", "atr-stop", "awesome", "bollinger", "bop", "cci",
        "chaikin-oscillator", "chandelier", "choppiness", "cmf", "cmo", "dema", "donchian", "dpo",
        "efficiency-ratio", "elder-ray", "ema", "envelope", "fisher", "force-index", "fractal", "heikin-ashi",
        "highest", "hma", "ichimoku", "kama", "keltner", "klinger", "linear-regression", "lowest", "macd", "mfi",
        "obv", "parkinson", "percentage-oscillator", "pivots-day", "pivots-rolling", "pmo", "price", "psar",
        "realised-volatility", "roc", "rsi", "sma", "smi", "smma", "spread", "starc", "stoch-rsi", "stochastic",
        "supertrend", "t3", "tema", "trix", "true-range", "tsi", "ulcer", "ultimate", "volume-z", "vortex",
        "vwap-day", "vwma", "williams-r", "wma"})
    public String indicator;

    private final double[][] bars = new double[BARS][];
    private Indicator running;

    @Setup
    public void open() throws NoSuchFieldException {
        String[] listed = CatalogueBenchmark.class.getField("indicator").getAnnotation(Param.class).value();
        if (!IndicatorCatalogue.shipped().kinds().keySet().equals(Set.of(listed))) {
            throw new IllegalStateException("the list of indicators is not that of the catalogue");
        }
        Bar[] shipped = Shipped.bars(8 * BARS).stream().filter(bar -> bar.instrument().value().equals("BTCUSDT"))
                .filter(bar -> bar.lowE8() > 0).limit(BARS).toArray(Bar[]::new);
        for (int i = 0; i < BARS; i++) {
            bars[i] = new double[]{units(shipped[i].openE8()), units(shipped[i].highE8()), units(shipped[i].lowE8()),
                units(shipped[i].closeE8()), units(shipped[i].volumeE8())};
        }
        running = IndicatorUse.declared(Map.of("use", indicator)).make();
    }

    @Benchmark
    @OperationsPerInvocation(BARS)
    public double update() {
        double last = 0;
        for (int i = 0; i < BARS; i++) {
            double[] bar = bars[i];
            running.push(i * 60_000L, bar[0], bar[1], bar[2], bar[3], bar[4]);
            last += running.value(0);
        }
        return last;
    }

    private static double units(long e8) {
        return (double) e8 / FixedPoint.ONE;
    }
}
