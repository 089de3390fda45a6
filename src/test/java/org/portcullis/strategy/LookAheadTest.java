package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.market.Bar;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.ReadBar;

/**
 * All shipped packs over the whole analysis, which is handed all bars of an instrument at once, as backtests and warm
 * starts do: whatever is said to a bar must not tell anything of a later one. What is said is written down only after
 * everything was asked, so that numbers which a later bar overwrites would be seen.
 */
@DisplayName("no trigger knows a later bar")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LookAheadTest {

    private static final long START_MS = 1_772_323_200_000L;
    private static final int MINUTES = 2_000;
    private static final int[] CUTS = {1, 320, 321, 777, 1_024, 1_500, 1_900};
    private static final List<String> PACKS = List.of("alert-follower", "ema-cross", "false-breakout",
            "momentum-core", "pool-reversal", "smc-scalper", "swept-low");
    /** That one proposes on alerts, never on bars. */
    private static final Set<String> SILENT = Set.of("alert-follower");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 7})
    void what_is_said_to_the_first_bars_is_said_whether_later_ones_are_there_or_not(long seed) {
        Set<String> proposed = new TreeSet<>();
        for (Bar[] bars : market(seed)) {
            List<String> said = said(bars, proposed);
            assertThat(said).hasSameSizeAs(bars);
            for (int cut : CUTS) {
                assertThat(said(Arrays.copyOf(bars, cut), new TreeSet<>())).as("%s, seed %d, cut %d",
                        bars[0].instrument(), seed, cut).isEqualTo(said.subList(0, cut));
            }
        }
        Set<String> expected = new TreeSet<>(PACKS);
        expected.removeAll(SILENT);
        assertThat(proposed).as("packs that had something to say").isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {42, 7})
    void later_bars_that_are_bent_change_nothing_before_them(long seed) {
        for (Bar[] bars : market(seed)) {
            List<String> said = said(bars, new TreeSet<>());
            for (int cut : CUTS) {
                List<String> bent = said(bent(bars, cut), new TreeSet<>());
                assertThat(bent.subList(0, cut)).as("%s, seed %d, cut %d", bars[0].instrument(), seed, cut)
                        .isEqualTo(said.subList(0, cut));
                assertThat(!bent.equals(said)).as("bending is felt").isTrue();
            }
        }
    }

    /** From the cut on the price goes the other way. */
    private static Bar[] bent(Bar[] bars, int cut) {
        Bar[] bent = bars.clone();
        long twice = 2 * bars[cut - 1].closeE8();
        for (int i = cut; i < bars.length; i++) {
            Bar bar = bars[i];
            bent[i] = new Bar(bar.instrument(), bar.openTimeMs(), twice - bar.openE8(), twice - bar.lowE8(),
                    twice - bar.highE8(), twice - bar.closeE8(), bar.volumeE8() / 2);
        }
        return bent;
    }

    private static List<String> said(Bar[] bars, Set<String> proposed) {
        StrategyFloor floor = StrategyFloor.open(Contexts.book(PACKS.toArray(String[]::new)), Contexts.parts()
                .scoredBy(Scoring.heuristic(MarketWalks.RULES.resolve("strategy").resolve("scoring.yaml"))));
        BarWalk walk = PackScene.walk().reading(floor::readings);
        MarketOutcome[] outcomes = new MarketOutcome[bars.length];
        walk.onBars(bars, bars.length, outcomes);
        List<StrategyOutcome> answers = new ArrayList<>();
        for (MarketOutcome outcome : outcomes) {
            answers.add(floor.onMarket(outcome));
        }
        return answers.stream().map(answer -> words(answer, proposed)).toList();
    }

    private static String words(StrategyOutcome outcome, Set<String> proposed) {
        StringBuilder words = new StringBuilder();
        if (outcome instanceof StrategyOutcome.Idle idle) {
            words.append(words(idle.noTrade()));
        } else if (outcome instanceof StrategyOutcome.Proposed said) {
            for (Proposal proposal : said.all()) {
                proposed.add(proposal.strategy());
                words.append(proposal).append('\n');
            }
            said.outvoted().forEach(noTrade -> words.append(words(noTrade)).append('\n'));
        }
        return words.toString();
    }

    private static String words(NoTrade noTrade) {
        return noTrade.barOpenTimeMs() + " " + noTrade.reason() + " " + noTrade.nearest();
    }

    /** Two instruments of the demo's market, each with its bars in their order. */
    private static List<Bar[]> market(long seed) {
        GeneratedMarket demo = GeneratedMarket.demo(seed, START_MS, MINUTES);
        GeneratedMarket market = new GeneratedMarket(demo.seed(), demo.startMs(), demo.minutes(),
                demo.instruments().subList(0, 2));
        List<List<Bar>> bars = List.of(new ArrayList<>(), new ArrayList<>());
        try (BarStream stream = new BarFeed(MarketWalks.catalogue()).generated(market)) {
            while (stream.hasNext()) {
                if (stream.next() instanceof ReadBar.Good good) {
                    boolean first = good.bar().instrument().equals(market.instruments().get(0).id());
                    bars.get(first ? 0 : 1).add(good.bar());
                }
            }
        }
        return bars.stream().map(list -> list.toArray(Bar[]::new)).toList();
    }
}
