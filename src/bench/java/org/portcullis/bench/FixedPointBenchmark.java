package org.portcullis.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.portcullis.kernel.FixedPoint;

/** Price times quantity, exact and rounded once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class FixedPointBenchmark {

    private long priceE8 = FixedPoint.parse("96012.34");
    private long quantityE8 = FixedPoint.parse("0.00412");
    private long largeE8 = FixedPoint.parse("4120");
    private BigDecimal price = new BigDecimal("96012.34");
    private BigDecimal quantity = new BigDecimal("0.00412");

    /** The product fits a {@code long}: orders of usual size. */
    @Benchmark
    public long multiplyDivide() {
        return FixedPoint.multiplyDivide(priceE8, quantityE8, FixedPoint.ONE, RoundingMode.HALF_EVEN);
    }

    /** The product needs 128 bits: orders worth more than about 900 units of currency at eight digits each. */
    @Benchmark
    public long multiplyDivideWide() {
        return FixedPoint.multiplyDivide(priceE8, largeE8, FixedPoint.ONE, RoundingMode.HALF_EVEN);
    }

    /** What the same costs with the platform's decimals. */
    @Benchmark
    public BigDecimal bigDecimal() {
        return price.multiply(quantity).setScale(FixedPoint.DIGITS, RoundingMode.HALF_EVEN);
    }

    /** The floor: rounded down, overflow not noticed. */
    @Benchmark
    public long bareLong() {
        return priceE8 * quantityE8 / FixedPoint.ONE;
    }
}
