package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.InstrumentId;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UniverseTest {

    private static final InstrumentId LINK = new InstrumentId("LINKUSDT");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("S2-U5 nine of sixteen are in and seven are out for volume, each with both numbers")
    void nine_of_sixteen_are_in_and_seven_are_out_for_volume() {
        List<Candidate> sixteen = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            sixteen.add(Candidates.with("COIN" + (char) ('A' + i) + "USDT", i < 9 ? 10_000_000 : 9_999_999, 3));
        }
        Universe universe = Candidates.judged(sixteen);
        assertThat(universe.text()).isEqualTo("9 of 16 in; 7 out: 7 for volume");
        assertThat(universe.in()).hasSize(9);
        assertThat(universe.whyNot(new InstrumentId("COINAUSDT"))).isEmpty();
        assertThat(universe.whyNot(new InstrumentId("COINPUSDT"))).contains("VOLUME_LOW 9999999 (limit 10000000)");
        assertThat(universe.emptyReason()).isEmpty();
    }

    @Test
    @DisplayName("S2-REQ-U1 volume, spread and tier decide, and every broken limit is said")
    void every_broken_limit_is_said() {
        Universe universe = Candidates.judged(List.of(Candidates.fit("BTCUSDT"), Candidates.with("LINKUSDT", 5_000, 25),
                Candidates.fit("BTCTRY"), Candidates.fit("USDCUSDT")));
        assertThat(universe.standings().get(LINK).exclusions()).containsExactly(
                new Exclusion(ExclusionCode.VOLUME_LOW, 5_000, 10_000_000),
                new Exclusion(ExclusionCode.SPREAD_WIDE, 25, 10));
        assertThat(universe.whyNot(LINK))
                .contains("VOLUME_LOW 5000 (limit 10000000), SPREAD_WIDE 25 (limit 10)");
        assertThat(universe.whyNot(new InstrumentId("BTCTRY"))).contains("NO_TIER 0 (limit 1)");
        assertThat(universe.whyNot(new InstrumentId("USDCUSDT"))).contains("RED_FLAG 1 (limit 0)");
        assertThat(universe.in()).containsExactly(new InstrumentId("BTCUSDT"));
    }

    @Test
    @DisplayName("S2-U5 the core tier has wider limits than the rotational one")
    void the_core_tier_has_limits_of_its_own() {
        Universe universe = Candidates.judged(List.of(Candidates.with("BTCUSDT", 1_000_000, 3),
                Candidates.with("LINKUSDT", 1_000_000, 3)));
        assertThat(universe.in()).containsExactly(new InstrumentId("BTCUSDT"));
        assertThat(universe.standings().get(LINK).candidate().tier()).isEqualTo(Tier.ROTATIONAL);
    }

    @Test
    @DisplayName("an empty universe and a symbol that was never judged are reasons: nothing is entered")
    void an_empty_universe_is_a_reason() {
        assertThat(Universe.none(0).emptyReason()).contains("EMPTY_UNIVERSE: 0 of 0 in");
        assertThat(Universe.none(0).whyNot(LINK)).contains("EMPTY_UNIVERSE: no symbol was judged yet");
        Universe poor = Candidates.judged(List.of(Candidates.with("LINKUSDT", 0, 3)));
        assertThat(poor.emptyReason()).contains("EMPTY_UNIVERSE: 0 of 1 in; 1 out: 1 for volume");
        assertThat(poor.whyNot(new InstrumentId("BTCUSDT"))).get().asString().startsWith("NOT_A_CANDIDATE");
    }

    @Test
    void of_those_that_passed_the_tier_keeps_the_ones_that_trade_most() {
        List<Candidate> candidates = List.of(Candidates.with("AAUSDT", 20e6, 3), Candidates.with("BBUSDT", 30e6, 3),
                Candidates.with("CCUSDT", 20e6, 3), Candidates.with("DDUSDT", 90e6, 99));
        Universe universe = Universe.judged(0, candidates, Candidates.PLAN, tier -> limited(tier, 2),
                Candidates.judge());
        assertThat(universe.in()).extracting(InstrumentId::value).containsExactly("AAUSDT", "BBUSDT");
        assertThat(universe.whyNot(new InstrumentId("CCUSDT"))).contains("RANK_LOW 3 (limit 2)");
    }

    @Test
    @DisplayName("S2-REQ-U1 a symbol that fails never changes what is said about the others")
    void a_symbol_that_fails_never_changes_the_others() {
        long seed = Long.getLong("seed", 3L);
        Random random = new Random(seed);
        UniverseJudge judge = Candidates.judge();
        for (int round = 0; round < 150; round++) {
            List<Candidate> some = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                some.add(drawn("S" + i + (random.nextBoolean() ? "USDT" : "TRY"), random));
            }
            Universe before = Universe.judged(0, some, Candidates.PLAN, tier -> limited(tier, 3), judge);
            Candidate added = drawn("NEWUSDT", random);
            some.add(random.nextInt(some.size() + 1), added);
            Universe after = Universe.judged(0, some, Candidates.PLAN, tier -> limited(tier, 3), judge);
            boolean failed = after.standings().get(added.instrument()).exclusions().stream()
                    .anyMatch(exclusion -> exclusion.code() != ExclusionCode.RANK_LOW);
            if (failed) {
                before.standings().forEach((id, standing) -> assertThat(after.standings().get(id))
                        .as("-Dseed=%d", seed).isEqualTo(standing));
            }
            assertThat(after.in().size() + after.standings().values().stream().filter(out -> !out.in()).count())
                    .isEqualTo(some.size());
        }
    }

    private static Candidate drawn(String symbol, Random random) {
        return new Candidate(new InstrumentId(symbol), Tier.NONE,
                random.nextInt(8) == 0 ? TradingStatus.POST_ONLY : TradingStatus.TRADING, 0, false,
                random.nextInt(8) == 0 ? 3 : 0, 1440, random.nextDouble() * 40e6, random.nextInt(8) > 0,
                random.nextDouble() * 12, random.nextDouble() * 200, random.nextDouble() * 6,
                random.nextInt(8) > 0, random.nextDouble() * 17);
    }

    private static UniverseLimits limited(Tier tier, int symbolsMax) {
        UniverseLimits shipped = UniverseLimits.from(Candidates.POLICY, tier);
        return new UniverseLimits(tier, shipped.quoteVolumeMin(), shipped.quotesRequired(), shipped.spreadBpsMax(),
                shipped.ageDaysMin(), shipped.tickBpsMax(), shipped.volatilityRequired(), shipped.volatilityPctMin(),
                shipped.volatilityPctMax(), symbolsMax);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "-1", "Infinity"})
    void a_number_that_is_none_never_becomes_a_candidate(double number) {
        List<Supplier<Candidate>> makers = List.of(() -> Candidates.with("LINKUSDT", number, 3),
                () -> Candidates.with("LINKUSDT", 3, number));
        makers.forEach(maker -> assertThatThrownBy(maker::get).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LINKUSDT: "));
    }

    @Test
    @DisplayName("S1-14 the shipped fallback has twenty symbols, all known and in a tier")
    void the_shipped_fallback_has_twenty_symbols() {
        InstrumentCatalogue catalogue = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));
        assertThat(Candidates.PLAN.fallback()).hasSize(20).doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(catalogue.find(id)).isPresent())
                .noneMatch(id -> Candidates.PLAN.tier(id) == Tier.NONE).noneMatch(Candidates.PLAN::redFlagged);
    }

    @ParameterizedTest
    @CsvSource({"*USDT,BTCUSDT,true", "*USDT,USDTBTC,false", "BTC*,BTCEUR,true", "BTC*,WBTCEUR,false",
        "*BTC*,WBTCEUR,true", "BTCEUR,BTCEUR,true", "BTCEUR,BTCEURO,false", "*,ANYTHING,true"})
    void a_star_stands_for_anything_before_or_behind(String pattern, String symbol, boolean matches) {
        assertThat(new SymbolPattern(pattern).matches(new InstrumentId(symbol))).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "core: {meaning: m, symbols: [BTC-USD]}|universe.yaml:2: core: a symbol pattern is letters",
        "core: {meaning: m, symbols: ['B*C']}|universe.yaml:2: core: a symbol pattern",
        "core: {meaning: m, symbols: [BTCUSD, BTCUSD]}|universe.yaml:2: core: BTCUSD is given twice",
        "cor: {meaning: m, symbols: [BTCUSD]}|universe.yaml:2: cor: there is no such list",
        "fallback: {meaning: m, symbols: ['*USD']}|universe.yaml:2: fallback: an instrument is",
        "core: {meaning: m, symbls: [BTCUSD]}|universe.yaml:2: symbols is missing",
        "core: {meaning: m, symbols: [BTCUSD]}|universe.yaml:1: the list "})
    void a_fault_of_the_plan_names_file_and_line(String line, String says) throws IOException {
        Path file = Files.writeString(folder.resolve("universe.yaml"), "universe:\n  " + line + "\n");
        assertThatThrownBy(() -> UniversePlan.read(file)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "BTCUSDT,TRADING,1,2,3,4,5|candidates.csv:2: has 7 cells, not 8",
        "BTCUSDT,OPEN,1,2,3,4,5,0|candidates.csv:2: No enum constant",
        "BTCUSDT,TRADING,much,2,3,4,5,0|candidates.csv:2: quote_volume is no number: much",
        "BTCUSDT,TRADING,NaN,2,3,4,5,0|candidates.csv:2: BTCUSDT: quote volume must be",
        "btcusdt,TRADING,1,2,3,4,5,0|candidates.csv:2: an instrument is"})
    void a_fault_of_a_table_names_file_and_line(String line, String says) throws IOException {
        Path file = Files.writeString(folder.resolve("candidates.csv"), "symbol,status,quote_volume,spread_bps,"
                + "age_days,tick_bps,volatility_pct,banned_hours\n" + line + "\n");
        assertThatThrownBy(() -> Candidate.read(file)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }
}
