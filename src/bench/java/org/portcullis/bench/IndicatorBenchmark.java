package org.portcullis.bench;

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
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;
import org.portcullis.market.domain.indicator.Ema;
import org.portcullis.market.domain.indicator.WilderAtr;
import org.portcullis.market.domain.indicator.WilderRsi;

/** One update of each indicator. */
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

    @Setup
    public void open() {
        Bar[] bars = Shipped.bars(BARS).toArray(Bar[]::new);
        for (int i = 0; i < BARS; i++) {
            highs[i] = (double) bars[i].highE8() / FixedPoint.ONE;
            lows[i] = (double) bars[i].lowE8() / FixedPoint.ONE;
            closes[i] = (double) bars[i].closeE8() / FixedPoint.ONE;
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
}
