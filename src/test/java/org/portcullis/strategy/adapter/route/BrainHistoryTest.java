package org.portcullis.strategy.adapter.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.StageTimes;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.HistoryTaker;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.MarketFrame;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.ReadBar;
import org.portcullis.market.ReadingPlan;
import org.portcullis.strategy.FloorParts;
import org.portcullis.strategy.MarketWalks;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.RulesStopped;
import org.portcullis.strategy.StrategyFloor;
import org.portcullis.strategy.StrategyProposed;

/** The brain after a warm start against the brain that never stopped, over a market full of holes and bad ticks. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BrainHistoryTest {

    private static final long START_MS = 1_767_571_200_000L;
    private static final PolicyBook POLICY = PolicyBook.open(Path.of("rules/policy.yaml"), null);
    private static final InstrumentCatalogue CATALOGUE = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));
    private static final CalendarBook CALENDARS = CalendarBook.read(Path.of("rules/calendars"));
    private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+(?:E-?\\d+)?");
    private static final Pattern RANK = Pattern.compile("volatilityRank=[0-9.E-]+");
    private static final int AFTER = 700;
    private static final WallTime TIME = new WallTime();

    @Test
    @DisplayName("S3-17 B-D8: after a warm start every bar says and proposes what it would have without the stop")
    void after_a_warm_start_every_bar_says_what_it_would_have_said() {
        compare(3_000, Integer.MAX_VALUE, word -> word);
    }

    @Test
    @DisplayName("S3-17: with no more bars than averages remember, features and regimes are the same to nine digits: "
            + "only rounding tells where a rolling sum began, and which of two equals ranks first")
    void with_no_more_bars_than_averages_remember() {
        int remembered = BarWalk.barsToForget(POLICY.current());
        compare(remembered + 2_000, remembered, BrainHistoryTest::measures);
    }

    @Test
    void nothing_is_proposed_on_history() {
        One brain = new One();
        brain.warm(market(3_000), Integer.MAX_VALUE);
        assertThat(brain.proposals).isEmpty();
        assertThat(brain.floor.proposals()).isZero();
        assertThat(brain.floor.reasons()).isEmpty();
    }

    @Test
    @DisplayName("S3-05 a bar that cannot be walked is told of, and every other instrument of its minute is judged")
    void a_bar_that_cannot_be_walked_takes_no_other_along() {
        One brain = new One();
        Map<InstrumentId, List<Bar>> market = market(60);
        brain.poison = market.keySet().iterator().next();
        frames(market).forEach(brain::live);
        assertThat(brain.said).hasSize(market.entrySet().stream().filter(one -> !one.getKey().equals(brain.poison))
                .mapToInt(one -> one.getValue().size()).sum());
        assertThat(brain.stopped).hasSize(market.get(brain.poison).size()).allSatisfy(stopped -> {
            assertThat(stopped.where()).isEqualTo("brain");
            assertThat(stopped.instrument()).isEqualTo(brain.poison);
            assertThat(stopped.failure()).isEqualTo("a bar like none before");
        });
    }

    private static void compare(int before, int shown, Function<Object, Object> same) {
        Map<InstrumentId, List<Bar>> market = market(before + AFTER);
        long stopMs = START_MS + before * Bar.INTERVAL_MS;
        One undisturbed = new One();
        List<MarketFrame> frames = frames(market);
        List<MarketFrame> later = frames.stream().filter(frame -> frame.openTimeMs() >= stopMs).toList();
        frames.stream().filter(frame -> frame.openTimeMs() < stopMs).forEach(undisturbed::live);
        undisturbed.proposals.clear();
        undisturbed.said.clear();

        One restarted = new One();
        Map<InstrumentId, List<Bar>> kept = new HashMap<>();
        market.forEach((id, bars) -> kept.put(id, bars.stream().filter(bar -> bar.openTimeMs() < stopMs).toList()));
        restarted.warm(kept, shown);
        later.forEach(undisturbed::live);
        later.forEach(restarted::live);

        assertThat(restarted.said).hasSameSizeAs(undisturbed.said).hasSizeGreaterThan(3_000);
        for (int i = 0; i < undisturbed.said.size(); i++) {
            assertThat(same.apply(restarted.said.get(i))).as("bar %d after the stop", i)
                    .isEqualTo(same.apply(undisturbed.said.get(i)));
        }
        assertThat(restarted.said).hasAtLeastOneElementOfType(MarketOutcome.Formed.class)
                .hasAtLeastOneElementOfType(MarketOutcome.Flagged.class);
        assertThat(restarted.proposals.stream().map(same).toList()).isNotEmpty()
                .isEqualTo(undisturbed.proposals.stream().map(same).toList());
    }

    /** Features and regime as text with nine digits of each fraction, without ranks, in which rounding breaks ties. */
    private static Object measures(Object word) {
        Object told = word instanceof MarketOutcome.Formed formed ? List.of(formed.features(), formed.regime())
                : word instanceof Proposal ? "" : word;
        return FRACTION.matcher(RANK.matcher(String.valueOf(told)).replaceAll("")).replaceAll(found ->
                String.format(Locale.ROOT, "%.9g", Double.parseDouble(found.group())));
    }

    /** A brain with the shipped rules and everything that came out of it. */
    private static final class One implements MessageBus {
        private final List<Proposal> proposals = new ArrayList<>();
        private final List<MarketOutcome> said = new ArrayList<>();
        private final List<RulesStopped> stopped = new ArrayList<>();
        private @Nullable InstrumentId poison;
        private final BarWalk walk = BarWalk.analysing(() -> MarketWalks.library().base("market"), POLICY::current,
                CATALOGUE, CALENDARS).reading(this::readings);
        private final StrategyFloor floor = StrategyFloor.live(Set.of("momentum-core", "false-breakout", "ema-cross"),
                FloorParts.of(MarketWalks.RULES, folder -> MarketWalks.library().base(folder)));
        private final Brain brain = new Brain(walk, floor, this::watch, this,
                feed -> OptionalLong.empty(), TIME, new StageTimes(), stopped::add);

        private void watch(Bar bar, MarketOutcome outcome) {
            if (bar.instrument().equals(poison)) {
                throw new IllegalStateException("a bar like none before");
            }
            said.add(outcome);
        }

        private ReadingPlan readings() {
            return floor.readings();
        }

        void live(MarketFrame frame) {
            brain.onFrame(Json.write(frame));
        }

        /** Shows the newest bars of each instrument, by two hands in turn. */
        void warm(Map<InstrumentId, List<Bar>> kept, int limit) {
            HistoryTaker.Hearing hearing = new BrainHistory(walk, brain, null).begin("test", 2);
            int hand = 0;
            for (Map.Entry<InstrumentId, List<Bar>> one : kept.entrySet()) {
                List<Bar> bars = one.getValue();
                hearing.take(hand++ % 2, one.getKey(), bars.subList(Math.max(0, bars.size() - limit), bars.size()));
            }
            hearing.end();
        }

        @Override
        public void send(String address, String messageId, Object word) {
            if (word instanceof StrategyProposed proposed) {
                proposals.add(proposed.proposal());
            }
        }

        @Override
        public void show(String address, String messageId, Object word, String onlyFor) {
            throw new AssertionError("the brain shows nothing");
        }
    }

    private static Map<InstrumentId, List<Bar>> market(int minutes) {
        Map<InstrumentId, List<Bar>> bars = new TreeMap<>();
        try (BarStream stream = new BarFeed(CATALOGUE).generated(GeneratedMarket.demo(7, START_MS, minutes))) {
            while (stream.hasNext()) {
                if (stream.next() instanceof ReadBar.Good good) {
                    bars.computeIfAbsent(good.bar().instrument(), id -> new ArrayList<>()).add(good.bar());
                }
            }
        }
        // what the database keeps: each minute once, in order
        bars.replaceAll((id, all) -> {
            TreeMap<Long, Bar> once = new TreeMap<>();
            all.forEach(bar -> once.putIfAbsent(bar.openTimeMs(), bar));
            return List.copyOf(once.values());
        });
        return bars;
    }

    private static List<MarketFrame> frames(Map<InstrumentId, List<Bar>> market) {
        TreeMap<Long, List<Bar>> minutes = new TreeMap<>();
        market.values().forEach(bars -> bars.forEach(bar ->
                minutes.computeIfAbsent(bar.openTimeMs(), minute -> new ArrayList<>()).add(bar)));
        List<MarketFrame> frames = new ArrayList<>();
        minutes.forEach((openMs, bars) -> frames.add(new MarketFrame("test", openMs, 0, false, bars)));
        return frames;
    }
}
