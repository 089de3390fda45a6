package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.domain.BarRun;
import org.portcullis.market.domain.Draw;
import org.portcullis.strategy.MarketWalks;

/** History is walked many bars at once, the market of now bar by bar: both must say the same. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BarRunsTest {

    private static final long SEED = Long.getLong("seed", 20_261_122L);
    private static final long START_MS = 1_767_571_200_000L;
    private static final int MINUTES = 3_000;
    private static final Path POLICY = Path.of("rules", "policy.yaml");
    private static final InstrumentCatalogue CATALOGUE = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));
    private static final CalendarBook CALENDARS = CalendarBook.read(Path.of("rules/calendars"));
    private static final Supplier<RuleBook> RULES = () -> MarketWalks.library().base("market");
    private static final Reading FAST = reading("ema", 5);
    private static final ReadingPlan EVERYTHING = ReadingPlan.union(List.of(new ReadingPlan(List.of(FAST),
            List.of(new Cross(FAST, reading("sma", 40), 0, true)), true, true)));

    private final Policy shipped = PolicyBook.open(POLICY, null).current();
    private Policy other = shipped;
    private Policy inForce = shipped;
    private ReadingPlan asked = EVERYTHING;

    @BeforeEach
    void edit(@TempDir Path folder) throws IOException {
        String text = Files.readString(POLICY);
        String edited = text.replaceFirst("(market.regime.rank-bars: .*value: )2000", "$1500")
                .replaceFirst("(market.regime.bars-min: .*value: )\\d+", "$11");
        assertThat(edited).isNotEqualTo(text);
        other = PolicyBook.open(Files.writeString(folder.resolve("policy.yaml"), edited), null).current();
    }

    @Test
    @DisplayName("B-D8 bars walked many at once, over holes, repeats and bad ticks, say what they say one by one")
    void bars_walked_many_at_once_say_what_they_say_one_by_one() {
        for (int most : new int[] {1, 2, BarRun.MOST - 1, BarRun.MOST, BarRun.MOST + 1, 400}) {
            List<MarketOutcome> said = same(analysing(), analysing(), most);
            assertThat(said).hasAtLeastOneElementOfType(MarketOutcome.Formed.class)
                    .hasAtLeastOneElementOfType(MarketOutcome.Warming.class)
                    .hasAtLeastOneElementOfType(MarketOutcome.Flagged.class);
        }
    }

    @Test
    void so_do_they_where_only_prices_are_wanted() {
        assertThat(same(BarWalk.under(RULES, () -> inForce), BarWalk.under(RULES, () -> inForce), 100)).isNotEmpty();
    }

    private BarWalk analysing() {
        return BarWalk.analysing(RULES, () -> inForce, CATALOGUE, CALENDARS).reading(() -> asked);
    }

    /** Limits and wishes of packs change between the bars, as an edit would change them. */
    private List<MarketOutcome> same(BarWalk single, BarWalk many, int most) {
        Draw draw = new Draw(SEED + most);
        List<MarketOutcome> said = new ArrayList<>();
        market().forEach((instrument, bars) -> {
            for (int from = 0; from < bars.size();) {
                int count = Math.min(bars.size() - from, 1 + (int) (draw.uniform() * (most - 1)));
                inForce = draw.uniform() < 0.02 ? other : draw.uniform() < 0.05 ? shipped : inForce;
                asked = draw.uniform() < 0.02 ? ReadingPlan.NONE : draw.uniform() < 0.05 ? EVERYTHING : asked;
                List<Bar> block = bars.subList(from, from + count);
                List<MarketOutcome> one = block.stream().map(bar -> single.onBar(bar, bar.closeTimeMs())).toList();
                MarketOutcome[] outcomes = new MarketOutcome[count];
                many.onBars(block.toArray(Bar[]::new), count, outcomes);
                assertThat(Arrays.asList(outcomes)).as("seed %d, %s from bar %d", SEED, instrument, from)
                        .isEqualTo(one);
                Bar last = block.get(count - 1);
                assertThat(many.said(last)).isEqualTo(single.said(last));
                assertThat(many.mark(instrument)).isEqualTo(single.mark(instrument));
                said.addAll(one);
                from += count;
            }
        });
        assertThat(many.flagged()).isEqualTo(single.flagged()).isNotEmpty();
        return said;
    }

    private static Map<InstrumentId, List<Bar>> market() {
        Map<InstrumentId, List<Bar>> bars = new TreeMap<>();
        try (BarStream stream = new BarFeed(CATALOGUE).generated(GeneratedMarket.demo(SEED, START_MS, MINUTES))) {
            while (stream.hasNext()) {
                if (stream.next() instanceof ReadBar.Good good) {
                    bars.computeIfAbsent(good.bar().instrument(), id -> new ArrayList<>()).add(good.bar());
                }
            }
        }
        return bars;
    }

    private static Reading reading(String use, int length) {
        return new Reading(IndicatorUse.declared(Map.of("use", use, "length", length)), 0);
    }
}
