package org.portcullis.bench;

import java.util.ArrayList;
import java.util.List;
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
import org.openjdk.jmh.infra.Blackhole;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.ReadBar;
import org.portcullis.market.StructureCalendar;
import org.portcullis.market.StructureSettings;
import org.portcullis.market.domain.structure.StructureWalk;

/** What all price structure of one bar costs: patterns, pools, breakouts, features. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StructureBenchmark {

    private static final int BARS = 40_000;
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final long START_MS = 1_767_571_200_000L;

    private Bar[] bars = new Bar[0];
    private final StructureSettings settings = StructureSettings.from(Shipped.policy().current());

    @Setup
    public void open() {
        GeneratedMarket.Listing listing = new GeneratedMarket.Listing(BTC, FixedPoint.parse("96000"),
                FixedPoint.parse("0.01"), List.of());
        List<Bar> read = new ArrayList<>(BARS);
        try (BarStream stream = new BarFeed(Shipped.catalogue())
                .generated(new GeneratedMarket(42, START_MS, BARS, List.of(listing)))) {
            while (stream.hasNext()) {
                if (stream.next() instanceof ReadBar.Good good) {
                    read.add(good.bar());
                }
            }
        }
        bars = read.toArray(Bar[]::new);
    }

    /** A month of minutes of one instrument, from an empty series. */
    @Benchmark
    @OperationsPerInvocation(BARS)
    public void structureOfOneBar(Blackhole told) {
        StructureWalk walk = new StructureWalk(BTC, FixedPoint.parse("0.01"), settings, StructureCalendar.UTC);
        for (Bar bar : bars) {
            told.consume(walk.push(bar, 0.5));
        }
    }
}
