package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.strategy.Contexts.parts;
import static org.portcullis.strategy.Contexts.sure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.Side;
import org.portcullis.market.MarketOutcome;

/** What holds for every pack on every bar there could be. A failure names its seed: run again with -Dseed=N. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PackPropertyTest {

    private static final int BARS = 1_500;

    private final long seed = Long.getLong("seed", 20261121L);

    @Test
    @DisplayName("S2-REQ-STR1 no pack ever proposes a stop or target that is not positive or on the wrong side")
    void prices_always_embrace_the_close() {
        Map<String, Integer> entries = new TreeMap<>();
        for (String pack : Contexts.packs()) {
            StrategyFloor floor = floor(pack);
            for (MarketOutcome.Formed bar : bars()) {
                if (floor.onMarket(bar) instanceof StrategyOutcome.Proposed proposed) {
                    proposed.all().forEach(proposal -> {
                        check(proposal);
                        entries.merge(pack + " " + proposal.intent(), 1, Integer::sum);
                    });
                }
            }
        }
        assertThat(entries).as("seed %d", seed).hasSize(8).allSatisfy((which, times) ->
                assertThat(times).as(which).isGreaterThan(5));
    }

    private void check(Proposal proposal) {
        String which = "seed " + seed + ": " + proposal;
        assertThat(proposal.features().values()).as(which).allMatch(Double::isFinite);
        assertThat(proposal.sizeFactor()).as(which).isBetween(0.0, Proposal.SIZE_FACTOR_MAX);
        if (proposal.intent() == Intent.EXIT) {
            assertThat(proposal.stopPriceE8() + proposal.targetPriceE8()).as(which).isZero();
            return;
        }
        assertThat(proposal.sizeFactor()).as(which).isPositive();
        long low = proposal.side() == Side.BUY ? proposal.stopPriceE8() : proposal.targetPriceE8();
        long high = proposal.side() == Side.BUY ? proposal.targetPriceE8() : proposal.stopPriceE8();
        assertThat(low).as(which).isPositive().isLessThan(proposal.referencePriceE8());
        assertThat(high).as(which).isGreaterThan(proposal.referencePriceE8());
    }

    @Test
    @DisplayName("S2-REQ-STR1 a pack is a pure function of its context: asked twice, in any order, it says the same")
    void packs_remember_nothing() {
        List<MarketOutcome.Formed> bars = bars();
        Map<MarketOutcome, StrategyOutcome> said = new HashMap<>();
        StrategyFloor floor = floor(Contexts.packs().toArray(String[]::new));
        bars.forEach(bar -> said.put(bar, floor.onMarket(bar)));
        List<MarketOutcome.Formed> shuffled = new ArrayList<>(bars);
        Collections.shuffle(shuffled, new Random(seed));
        StrategyFloor other = floor(Contexts.packs().toArray(String[]::new));
        for (MarketOutcome.Formed bar : shuffled) {
            assertThat(other.onMarket(bar)).as("seed %d", seed).isEqualTo(said.get(bar)).isEqualTo(floor.onMarket(bar));
        }
    }

    @Test
    @DisplayName("S2-REQ-STR4 beside others every exit stays, and of the entries the surest")
    void beside_others_every_exit_stays_and_of_the_entries_the_surest() {
        Map<String, StrategyFloor> alone = new TreeMap<>();
        Contexts.packs().forEach(pack -> alone.put(pack, floor(pack)));
        StrategyFloor all = floor(Contexts.packs().toArray(String[]::new));
        for (MarketOutcome.Formed bar : bars()) {
            Set<Proposal> singles = new HashSet<>();
            alone.values().forEach(floor -> {
                if (floor.onMarket(bar) instanceof StrategyOutcome.Proposed proposed) {
                    singles.addAll(proposed.all());
                }
            });
            StrategyOutcome together = all.onMarket(bar);
            if (together instanceof StrategyOutcome.Proposed proposed) {
                List<Proposal> told = proposed.all();
                assertThat(singles).as("seed %d", seed).containsAll(told);
                assertThat(told).as("seed %d", seed).doesNotHaveDuplicates()
                        .containsAll(singles.stream().filter(single -> single.intent() == Intent.EXIT).toList());
                assertThat(told.subList(0, told.size() - 1)).as("seed %d", seed)
                        .allMatch(before -> before.intent() == Intent.EXIT);
                singles.stream().filter(single -> single.intent() == Intent.ENTER)
                        .mapToDouble(Proposal::confidence).max().ifPresent(highest ->
                                assertThat(told.get(told.size() - 1).confidence()).as("seed %d", seed)
                                .isEqualTo(highest));
            } else {
                assertThat(singles).as("seed %d", seed).isEmpty();
            }
        }
    }

    private List<MarketOutcome.Formed> bars() {
        RandomContexts contexts = new RandomContexts(seed);
        List<MarketOutcome.Formed> bars = new ArrayList<>(BARS);
        for (int i = 0; i < BARS; i++) {
            bars.add(contexts.next());
        }
        return bars;
    }

    private static StrategyFloor floor(String... packs) {
        return StrategyFloor.open(Contexts.book(packs), parts().scoredBy(sure(0.7)));
    }
}
