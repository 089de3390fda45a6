package org.portcullis.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.Episode;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.ReadBar;
import org.portcullis.strategy.FloorParts;
import org.portcullis.strategy.Scoring;
import org.portcullis.strategy.StrategyBook;
import org.portcullis.strategy.StrategyFloor;

/**
 * A generated year of one, two, five and ten instruments through guards, features, patterns, pools, regime, model and
 * four strategies, on one thread: processor time of the walking thread and the heap that stays after each quarter.
 * Cost has to grow with the number of instruments and memory must not grow with time (P3, P11).
 *
 * <p>Arguments: minutes (a year by default), then numbers of instruments; or files and folders of bars, see
 * {@link Recorded}.
 */
public final class Year {

    private static final int MINUTES_OF_A_YEAR = 525_600;
    static final int BLOCK = 4_096;
    private static final int CRASHES = 6;
    private static final int HEAP_EVERY = 32;
    private static final long START_MS = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
    static final Set<String> STRATEGIES =
            Set.of("momentum-core", "smc-scalper", "false-breakout", "pool-reversal");

    private Year() {
    }

    public static void main(String[] arguments) throws IOException {
        List<String> words = Stream.of(arguments).flatMap(text -> Arrays.stream(text.trim().split("\\s+")))
                .filter(word -> !word.isEmpty()).toList();
        if (!words.isEmpty() && !Character.isDigit(words.get(0).charAt(0))) {
            Recorded.walk(words.stream().map(Path::of).toList());
            return;
        }
        List<Integer> numbers = words.stream().map(Integer::valueOf).toList();
        int minutes = numbers.isEmpty() ? MINUTES_OF_A_YEAR : numbers.get(0);
        List<Integer> counts = numbers.size() < 2 ? List.of(1, 2, 5, 10) : numbers.subList(1, numbers.size());
        StringBuilder text = new StringBuilder();
        say(text, "%d minutes; load average %.2f%n", minutes, load());
        say(text, "warm-up:%n");
        run(text, 2, Math.min(minutes, 60_000));
        for (int count : counts) {
            run(text, count, minutes);
        }
        say(text, "load average %.2f%n", load());
        keep(text);
    }

    static void keep(StringBuilder text) throws IOException {
        Files.writeString(Files.createDirectories(Path.of("target/bench")).resolve("year.txt"), text);
    }

    private static void run(StringBuilder text, int count, int minutes) {
        try (RuleLibrary library = Shipped.rules()) {
            GeneratedMarket market = market(count, minutes);
            InstrumentCatalogue catalogue = catalogue(market);
            walk(text, count + " instruments", library, catalogue, new BarFeed(catalogue).generated(market));
        }
    }

    private static void walk(StringBuilder text, String what, RuleLibrary library, InstrumentCatalogue catalogue,
            BarStream bars) {
        PolicyBook policy = Shipped.policy();
        BarWalk walk = BarWalk.analysing(() -> library.base("market"), policy::current, catalogue,
                CalendarBook.read(Shipped.RULES.resolve("calendars")));
        StrategyFloor floor = floor(library, STRATEGIES);
        List<Long> heap = new ArrayList<>();
        long cpu = 0;
        long walked = 0;
        try (BarStream stream = bars) {
            List<Bar> block = new ArrayList<>(BLOCK);
            while (read(stream, block)) {
                long before = threadNanos();
                for (Bar bar : block) {
                    floor.onMarket(walk.onBar(bar, bar.closeTimeMs()));
                }
                cpu += threadNanos() - before;
                if (walked % (BLOCK * HEAP_EVERY) == 0) {
                    heap.add(heapKept() >> 20);
                }
                walked += block.size();
                block.clear();
            }
        }
        say(text, "%s: %,d bars, %,.0f ns a bar, %,.0f bars/s a core, %,d proposals; heap kept on the way, MB: %s%n",
                what, walked, (double) cpu / walked, walked * 1e9 / cpu, floor.proposals(), heap);
        say(text, "   without proposal: %s; flagged: %s%n", floor.reasons(), walk.flagged());
    }

    static boolean read(BarStream stream, List<Bar> block) {
        while (block.size() < BLOCK && stream.hasNext()) {
            if (stream.next() instanceof ReadBar.Good good) {
                block.add(good.bar());
            }
        }
        return !block.isEmpty();
    }

    static StrategyFloor floor(RuleLibrary library, Set<String> strategies) {
        Scoring scoring = Scoring.open(Shipped.RULES.resolve("strategy").resolve("scoring.yaml"),
                List.of(Shipped.RULES.resolve("models").resolve("demo.txt")), true);
        return StrategyFloor.open(StrategyBook.read(Shipped.RULES.resolve("strategies.yaml"), strategies),
                FloorParts.of(Shipped.RULES, library::base).scoredBy(scoring));
    }

    /** The demonstration's five instruments, and again under other names and prices. */
    private static GeneratedMarket market(int count, int minutes) {
        List<GeneratedMarket.Listing> five = GeneratedMarket.demo(42, START_MS, minutes).instruments();
        List<GeneratedMarket.Listing> listed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            GeneratedMarket.Listing model = five.get(i % five.size());
            listed.add(new GeneratedMarket.Listing(new InstrumentId("COIN" + i + "USDT"),
                    model.startPriceE8() * (1 + i / five.size()), model.tickE8(), balanced(model.episodes())));
        }
        return new GeneratedMarket(42, START_MS, minutes, listed);
    }

    /** A year of a crash every ten hours would end at the lowest price there is: one in six outweighs the bursts. */
    private static List<Episode> balanced(List<Episode> episodes) {
        List<Episode> kept = new ArrayList<>();
        int crashes = 0;
        for (Episode episode : episodes) {
            if (episode.kind() != Episode.Kind.CRASH || crashes++ % CRASHES == 0) {
                kept.add(episode);
            }
        }
        return kept;
    }

    private static InstrumentCatalogue catalogue(GeneratedMarket market) {
        TreeMap<InstrumentId, Instrument> listed = new TreeMap<>();
        market.instruments().forEach(listing -> listed.put(listing.id(), new Instrument(listing.id(), "binance-spot",
                listing.id().value().replace("USDT", ""), "USDT", listing.tickE8(), 1_000, 1_000, 0, FixedPoint.ONE,
                10, 10)));
        return InstrumentCatalogue.of(listed);
    }

    private static long heapKept() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    static long threadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static double load() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getSystemLoadAverage();
    }

    static void say(StringBuilder text, String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        text.append(line);
        System.out.print(line);
    }
}
