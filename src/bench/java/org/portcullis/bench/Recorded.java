package org.portcullis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.market.Bar;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.MarketOutcome;
import org.portcullis.risk.AccountState;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.RiskDesk;
import org.portcullis.risk.Verdict;
import org.portcullis.risk.adapter.rules.RuleGates;
import org.portcullis.strategy.StrategyBook;
import org.portcullis.strategy.StrategyFloor;
import org.portcullis.strategy.StrategyOutcome;

/**
 * Recorded bars through market and strategies, and what is proposed through the whole risk desk over an empty account
 * in memory: processor time of the one thread, the best of several passes and the median of the later half (P1, P3).
 * A walk leaves out what no strategy looks at, so ema-cross goes without price structure.
 */
final class Recorded {

    private static final int PASSES = 24;
    private static final Set<String> SCALPER = Set.of("smc-scalper");

    /**
     * One way to walk.
     *
     * @param whole  with structure and regime; otherwise prices and indicators only
     * @param judged whether the desk judges what is proposed
     * @param atOnce whether many bars are walked at once, as a scan walks them
     */
    private record Way(String name, Set<String> strategies, boolean whole, boolean judged, boolean atOnce) {

        Way(String name, Set<String> strategies, boolean whole, boolean judged) {
            this(name, strategies, whole, judged, false);
        }
    }

    private static final List<Way> WAYS = List.of(
            new Way("patterns, features, model: smc-scalper", SCALPER, true, false),
            new Way("the same, judged by the desk", SCALPER, true, true),
            new Way("four strategies", Year.STRATEGIES, true, false),
            new Way("four strategies, judged by the desk", Year.STRATEGIES, true, true),
            new Way("prices and indicators only: ema-cross", Set.of("ema-cross"), false, false),
            new Way("the same with the regime, as it runs: ema-cross", Set.of("ema-cross"), true, false),
            new Way("the same, many bars at once, as in a scan", Set.of("ema-cross"), true, false, true));

    private Recorded() {
    }

    static void walk(List<Path> files) throws IOException {
        StringBuilder text = new StringBuilder();
        Year.say(text, "load average %.2f%n", Year.load());
        try (RuleLibrary library = Shipped.rules()) {
            for (Path file : files) {
                Year.say(text, "%s%n", file.getFileName());
                for (Way way : WAYS) {
                    walk(text, way, library, file);
                }
            }
        }
        Year.say(text, "load average %.2f%n", Year.load());
        Year.keep(text);
    }

    private static void walk(StringBuilder text, Way way, RuleLibrary library, Path file) {
        List<Double> nanos = new ArrayList<>();
        Pass last = null;
        for (int i = 0; i < PASSES; i++) {
            last = new Pass(way, library);
            nanos.add(last.walk(new BarFeed(Shipped.catalogue()).open(file)));
        }
        double median = nanos.subList(PASSES / 2, PASSES).stream().sorted().skip(PASSES / 4).findFirst().orElseThrow();
        double best = nanos.stream().min(Double::compare).orElseThrow();
        Year.say(text, "  %-42s %,7.0f ns a bar, best %,7.0f: %,9.0f bars/s a core, best %,9.0f; %s%n", way.name(),
                median, best, 1e9 / median, 1e9 / best, last);
    }

    /** One pass over one file. */
    private static final class Pass {
        private final Way way;
        private final BarWalk walk;
        private final StrategyFloor floor;
        private final RiskDesk desk;
        private long bars;
        private long judged;
        private final Map<String, Integer> said = new TreeMap<>();

        Pass(Way way, RuleLibrary library) {
            PolicyBook policy = Shipped.policy();
            this.way = way;
            this.floor = Year.floor(library, way.strategies());
            BarWalk made = way.whole() ? BarWalk.analysing(() -> library.base("market"), policy::current,
                    Shipped.catalogue(), CalendarBook.read(Shipped.RULES.resolve("calendars")))
                    : BarWalk.under(() -> library.base("market"), policy::current);
            this.walk = made.reading(floor::readings).sparing(floor::silentOn);
            PriceView prices = id -> walk.mark(id).map(mark -> new PriceView.LastPrice(new Price(mark.closeE8()),
                    mark.eventTimeMs()));
            this.desk = TradingDay.desk(policy, new RuleGates(() -> library.base("risk")),
                    new AccountState(TradingDay.ACCOUNT, Money.of("100000"), Money.ZERO, List.of()), List.of(), prices,
                    StrategyBook.read(Shipped.RULES.resolve("strategies.yaml"), way.strategies()));
        }

        double walk(BarStream bars) {
            long cpu = 0;
            try (BarStream stream = bars) {
                List<Bar> block = new ArrayList<>(Year.BLOCK);
                while (Year.read(stream, block)) {
                    long before = Year.threadNanos();
                    if (way.atOnce()) {
                        onBars(block.toArray(Bar[]::new));
                    } else {
                        block.forEach(this::onBar);
                    }
                    cpu += Year.threadNanos() - before;
                    this.bars += block.size();
                    block.clear();
                }
            }
            return (double) cpu / this.bars;
        }

        private void onBars(Bar[] block) {
            @Nullable MarketOutcome[] outcomes = new MarketOutcome[block.length];
            walk.onBars(block, block.length, outcomes);
            for (MarketOutcome outcome : outcomes) {
                if (outcome == null) {
                    floor.passed();
                } else {
                    floor.onMarket(outcome);
                }
            }
        }

        private void onBar(Bar bar) {
            StrategyOutcome outcome = floor.onMarket(walk.onBar(bar, bar.closeTimeMs()));
            if (way.judged() && outcome instanceof StrategyOutcome.Proposed proposed) {
                proposed.all().forEach(one -> {
                    judged++;
                    Verdict verdict = desk.judge(one, TradingDay.ACCOUNT, one.decidedAtMs());
                    said.merge(verdict.reasons().isEmpty() ? "APPROVED" : verdict.reasons().get(0).name(), 1,
                            Integer::sum);
                });
            }
        }

        @Override
        public String toString() {
            return bars + " bars, " + floor.proposals() + " proposals"
                    + (way.judged() ? ", " + judged + " judged: " + said : "");
        }
    }
}
