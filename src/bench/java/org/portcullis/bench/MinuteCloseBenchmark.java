package org.portcullis.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.strategy.FloorParts;
import org.portcullis.strategy.Scoring;
import org.portcullis.strategy.StrategyBook;
import org.portcullis.strategy.StrategyFloor;

/**
 * Many symbols close their minute together (S3-05, S3-07): from the first bar to what every strategy says to the last.
 * Guards, features, patterns, pools, regime, the demo model and four strategies on each; one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3000, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 4000, timeUnit = TimeUnit.MILLISECONDS)
public class MinuteCloseBenchmark {

    private static final int WARM_MINUTES = 300;
    private static final long START_MS = 1_767_571_200_000L;

    @Param({"300", "1000"})
    private int symbols;

    private RuleLibrary library;
    private BarWalk walk;
    private StrategyFloor floor;
    private final List<InstrumentId> ids = new ArrayList<>();
    private long[] closesE8;
    private Random random;
    private long minute;

    /** Opens everything that ships and shows it five hours of every symbol. */
    @Setup
    public void open() {
        library = Shipped.rules();
        PolicyBook policy = Shipped.policy();
        TreeMap<InstrumentId, Instrument> listed = new TreeMap<>();
        random = new Random(42);
        closesE8 = new long[symbols];
        for (int i = 0; i < symbols; i++) {
            InstrumentId id = new InstrumentId("COIN" + i + "USDT");
            ids.add(id);
            closesE8[i] = (10 + random.nextInt(1_000)) * FixedPoint.ONE;
            listed.put(id, new Instrument(id, "binance-spot", "COIN" + i, "USDT", 10_000, 1_000, 1_000, 0,
                    FixedPoint.ONE, 10, 10));
        }
        walk = BarWalk.analysing(() -> library.base("market"), policy::current, InstrumentCatalogue.of(listed),
                CalendarBook.read(Shipped.RULES.resolve("calendars")));
        Scoring scoring = Scoring.open(Shipped.RULES.resolve("strategy").resolve("scoring.yaml"),
                List.of(Shipped.RULES.resolve("models").resolve("demo.txt")), true);
        StrategyBook book = StrategyBook.read(Shipped.RULES.resolve("strategies.yaml"),
                Set.of("momentum-core", "smc-scalper", "false-breakout", "pool-reversal"));
        floor = StrategyFloor.open(book, FloorParts.of(Shipped.RULES, library::base).scoredBy(scoring));
        for (int i = 0; i < WARM_MINUTES; i++) {
            close(null);
        }
    }

    @TearDown
    public void close() {
        library.close();
    }

    /** One minute of all symbols. */
    @Benchmark
    public void allClose(Blackhole hole) {
        close(hole);
    }

    private void close(@org.jspecify.annotations.Nullable Blackhole hole) {
        long openMs = START_MS + minute++ * Bar.INTERVAL_MS;
        for (int i = 0; i < symbols; i++) {
            Bar bar = next(i, openMs);
            Object said = floor.onMarket(walk.onBar(bar, bar.closeTimeMs()));
            if (hole != null) {
                hole.consume(said);
            }
        }
    }

    private Bar next(int i, long openMs) {
        long open = closesE8[i];
        long step = Math.max(10_000, open / 2_000);
        long close = Math.max(10 * step, open + Math.round(random.nextGaussian() * step));
        long high = Math.max(open, close) + (long) (random.nextDouble() * step);
        long low = Math.min(open, close) - (long) (random.nextDouble() * step);
        closesE8[i] = close;
        return new Bar(ids.get(i), openMs, open, high, low, close, (1 + random.nextInt(100)) * FixedPoint.ONE);
    }
}
