package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.FlagCode;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.ReferenceBars;
import org.portcullis.market.SeriesGap;

/** Real minutes through guards, features and triggers as shipped; every bar accounted for. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RealBarsTest {

    private static final String PRIVET = "bars/binance-spot_BTCUSDT_1m_privet1x-2024-12.csv.gz";

    @Test
    @DisplayName("S2-NT1 all 41,761 real minutes go through and each bar without proposal has a reason")
    void a_month_of_real_minutes_goes_through() {
        MarketWalks.Tally tally = MarketWalks.of(ReferenceBars.file(PRIVET));
        assertThat(tally.bars).isEqualTo(41_761);
        assertThat(tally.flagged).isZero();
        assertThat(tally.warming).isEqualTo(49);
        assertThat(tally.formed).isEqualTo(41_712);
        assertThat(tally.refused).isEmpty();
        assertThat(tally.gaps).isEmpty();
        assertAccountedFor(tally);
        assertThat(tally.proposals).hasSizeBetween(300, 2_000);
        assertThat(tally.rules).hasSize(6).allSatisfy((rule, times) -> assertThat(times).as(rule).isPositive());
        assertThat(tally.proposals.stream().map(Proposal::proposalId)).doesNotHaveDuplicates();
    }

    @Test
    void the_same_minutes_give_the_same_proposals() {
        Path file = ReferenceBars.file("bars/binance-spot_BTCUSDT_1m_karasik-2025-10-29_11-01.csv.gz");
        List<Proposal> first = MarketWalks.of(file).proposals;
        assertThat(MarketWalks.of(file).proposals).isEqualTo(first).isNotEmpty();
    }

    @Test
    @DisplayName("S2-D6 a hole of 440 minutes is told once and nothing is formed across it")
    void a_hole_of_440_minutes_is_told_once() {
        MarketWalks.Tally tally = MarketWalks.of(
                ReferenceBars.file("bars/binance-spot_BTCUSDT_1m_karasik-2025-09-20_25.csv.gz"));
        assertThat(tally.bars).isEqualTo(6_283);
        assertThat(tally.gaps).hasSize(1);
        SeriesGap gap = tally.gaps.get(0);
        assertThat(gap.missingMinutes()).isEqualTo(440);
        assertThat(gap.toMs() - gap.fromMs()).isEqualTo(440 * 60_000L);
        assertThat(tally.warming).isEqualTo(2 * 49);
        assertThat(tally.formedAcrossHole).isZero();
        assertAccountedFor(tally);
    }

    @ParameterizedTest
    @CsvSource({
        "binance-usdm_ADAUSDT_1m_lean-2022-12-13,1440,0",
        "cme_ES-201312_1m_lean-nonconsecutive,16673,479",
        "cme_ES-202003_1m_lean-nonconsecutive,1425,2",
        "cme_MNQ_1m_ibkr-rvanhezel-2025-03-31,898,0",
        "coinbase-spot_BTCEUR_1m_lean-nonconsecutive,3663,156",
        "coinbase-spot_BTCUSD_1m_lean-nonconsecutive,12423,99",
        "coinbase-spot_ETHUSD_1m_lean-nonconsecutive,5329,3",
        "coinbase-spot_LTCUSD_1m_lean-nonconsecutive,3887,4"})
    @DisplayName("S2-D6 days far apart and sparse minutes go through, every hole is told, nothing is formed across one")
    void days_far_apart_go_through(String file, long bars, int gaps) {
        MarketWalks.Tally tally = MarketWalks.of(ReferenceBars.file("bars/" + file + ".csv.gz"));
        assertThat(tally.bars).isEqualTo(bars);
        assertThat(tally.gaps).hasSize(gaps);
        assertThat(tally.formedAcrossHole).isZero();
        assertThat(tally.refused).isEmpty();
        assertAccountedFor(tally);
    }

    @Test
    void bars_of_another_length_are_refused_as_a_file() {
        MarketWalks.Tally tally = MarketWalks.of(
                ReferenceBars.file("bars/long/binance-spot_BTCUSDT_15m_privet1x-2024.csv.gz"));
        assertThat(tally.bars).isZero();
        assertThat(tally.refused).hasSize(1);
    }

    @Test
    void the_generated_demo_meets_every_kind_of_trouble_and_fires_every_rule() {
        MarketWalks.Tally tally = MarketWalks.of(
                MarketWalks.feed().generated(GeneratedMarket.demo(42, 1_767_225_600_000L, 2_880)));
        assertThat(tally.flags.keySet().stream().map(Object::toString)).containsExactlyInAnyOrder(
                FlagCode.BAR_INVALID.name(), FlagCode.TIME_BACKWARDS.name(), FlagCode.OUTLIER.name(),
                FlagCode.LOW_LIQUIDITY.name(), FlagCode.GAP.name());
        assertThat(tally.rules).hasSize(6);
        assertThat(tally.proposals).hasSizeGreaterThan(200);
        assertThat(tally.formedAcrossHole).isZero();
        assertAccountedFor(tally);
    }

    @Test
    void the_demo_proposes_an_entry_in_each_instrument_within_its_first_two_hours() {
        MarketWalks.Tally tally = MarketWalks.of(
                MarketWalks.feed().generated(GeneratedMarket.demo(42, 1_767_225_600_000L, 280)));
        assertThat(tally.proposals.stream().filter(proposal -> proposal.intent() == Intent.ENTER)
                .map(Proposal::instrument).distinct().map(InstrumentId::value))
                .contains("BTCUSDT", "ETHUSDT", "SOLUSDT");
    }

    private static void assertAccountedFor(MarketWalks.Tally tally) {
        assertThat(tally.flagged + tally.warming + tally.formed).isEqualTo(tally.bars);
        long outvoted = tally.reasons.getOrDefault(NoTradeReason.EXIT_FIRST, 0L)
                + tally.reasons.getOrDefault(NoTradeReason.LOWER_CONFIDENCE, 0L);
        long withoutProposal = tally.reasons.values().stream().mapToLong(Long::longValue).sum() - outvoted;
        assertThat(tally.proposed + withoutProposal).isEqualTo(tally.bars);
    }
}
