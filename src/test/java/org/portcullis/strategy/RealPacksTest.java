package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.ReadBar;
import org.portcullis.market.ReferenceBars;
import org.portcullis.market.RegimeSettings;
import org.portcullis.market.RegimeView;
import org.portcullis.market.StructureCalendar;
import org.portcullis.market.StructureSettings;
import org.portcullis.market.domain.regime.LimitsJudge;
import org.portcullis.market.domain.regime.RegimeWalk;
import org.portcullis.market.domain.structure.StructureWalk;

/** The four packs that look at bars, on real minutes with the structure, the regime and the score that are shipped. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RealPacksTest {

    private static final String BTC = "bars/binance-spot_BTCUSDT_1m_karasik-2025-10-29_11-01.csv.gz";
    private static final String MNQ = "bars/cme_MNQ_1m_ibkr-rvanhezel-2025-03-31.csv.gz";
    private static final StructureCalendar CME = new StructureCalendar(ZoneId.of("America/Chicago"), 17 * 60, 510,
            16 * 60);

    private static final Scoring SCORING = Scoring.heuristic(
            MarketWalks.RULES.resolve("strategy").resolve("scoring.yaml"));

    private final Policy policy = PolicyBook.open(MarketWalks.RULES.resolve("policy.yaml"), null).current();

    @Test
    @DisplayName("S3-08 S0-09 S4-04 every pack proposes on real minutes, and the same again the second time")
    void every_pack_proposes_on_real_minutes() {
        List<MarketOutcome.Formed> bars = formed(BTC, StructureCalendar.UTC);
        Map<String, Integer> rules = new TreeMap<>();
        for (String pack : List.of("pool-reversal", "smc-scalper", "false-breakout")) {
            List<Proposal> proposals = proposals(pack, bars);
            assertThat(proposals(pack, bars)).isEqualTo(proposals);
            proposals.forEach(proposal -> rules.merge(proposal.rule(), 1, Integer::sum));
            assertThat(proposals).as(pack).anyMatch(proposal -> proposal.intent() == Intent.ENTER)
                    .anyMatch(proposal -> proposal.intent() == Intent.EXIT);
        }
        // all rules but the two of pool-reversal that other settings ask for
        assertThat(rules).hasSize(12).allSatisfy((rule, times) -> assertThat(times).as(rule).isGreaterThan(5));
    }

    @Test
    @DisplayName("S0-11 pool-reversal enters only on bodies of more than half the range")
    void pool_reversal_enters_on_displacements_only() {
        assertThat(proposals("pool-reversal", formed(BTC, StructureCalendar.UTC)))
                .filteredOn(proposal -> proposal.intent() == Intent.ENTER).isNotEmpty()
                .allSatisfy(proposal -> assertThat(proposal.features().get("pool.bodyShare")).isGreaterThan(0.5));
    }

    @Test
    void pool_reversal_leaves_both_ways_on_a_day_of_mnq() {
        assertThat(proposals("pool-reversal", formed(MNQ, CME))).extracting(Proposal::side)
                .contains(Side.BUY, Side.SELL);
    }

    private List<MarketOutcome.Formed> formed(String file, StructureCalendar calendar) {
        List<MarketOutcome.Formed> formed = new ArrayList<>();
        BarWalk walk = MarketWalks.walk();
        RegimeWalk regimes = new RegimeWalk(RegimeSettings.from(policy), new LimitsJudge());
        StructureWalk structures = null;
        try (BarStream bars = MarketWalks.feed().open(ReferenceBars.file(file))) {
            while (bars.hasNext()) {
                if (bars.next() instanceof ReadBar.Good good) {
                    Bar bar = good.bar();
                    RegimeView regime = regimes.push(units(bar.highE8()), units(bar.lowE8()), units(bar.closeE8()),
                            bar.openTimeMs());
                    structures = structures != null ? structures : new StructureWalk(bar.instrument(),
                            FixedPoint.ONE / 4, StructureSettings.from(policy), calendar);
                    var structure = structures.push(bar, regime.volatilityRank());
                    if (walk.onBar(bar, bar.closeTimeMs()) instanceof MarketOutcome.Formed told) {
                        formed.add(new MarketOutcome.Formed(told.features(), structure, regime));
                    }
                }
            }
        }
        return formed;
    }

    private static List<Proposal> proposals(String pack, List<MarketOutcome.Formed> bars) {
        StrategyFloor floor = StrategyFloor.open(Contexts.book(pack), Contexts.parts().scoredBy(SCORING));
        List<Proposal> proposals = new ArrayList<>();
        for (MarketOutcome.Formed bar : bars) {
            if (floor.onMarket(bar) instanceof StrategyOutcome.Proposed proposed) {
                proposals.addAll(proposed.all());
            }
        }
        return proposals;
    }

    private static double units(long e8) {
        return (double) e8 / FixedPoint.ONE;
    }
}
