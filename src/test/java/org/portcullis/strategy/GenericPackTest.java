package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.CaseReport;
import org.portcullis.engine.rules.RuleCases;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;
import org.portcullis.market.BarStream;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.IndicatorUse;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.ReadBar;
import org.portcullis.market.Reading;
import org.portcullis.market.ReadingPlan;
import org.portcullis.market.ReferenceBars;
import org.portcullis.market.domain.indicator.Adx;
import org.portcullis.strategy.adapter.rules.DrlStrategyPack;

/** B-S2: strategy packs that consist of a folder with rules and YAML. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GenericPackTest {

    private static final String MONTH = "bars/binance-spot_BTCUSDT_1m_privet1x-2024-12.csv.gz";
    private static final String DAYS = "bars/binance-spot_BTCUSDT_1m_karasik-2025-10-29_11-01.csv.gz";
    private static final RuleLimits PATIENT = RuleLimits.standard().within(10_000, Duration.ofSeconds(20));
    private static final String CROSS = "strategy/ema-cross/strategy.yaml";

    @TempDir
    private Path folder;
    private RuleLibrary library = MarketWalks.library();

    @BeforeEach
    void copyTheShippedRules() throws IOException {
        try (Stream<Path> files = Files.walk(MarketWalks.RULES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(MarketWalks.RULES.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    @DisplayName("B-S2 ema-cross enters and leaves on a month of BTCUSDT where a loop written by hand does")
    void ema_cross_does_what_a_loop_by_hand_does() throws IOException {
        List<Bar> bars = bars(MONTH);
        StrategyPack pack = pack("ema-cross");
        BarWalk walk = walk().reading(pack::readings);
        List<String> ours = new ArrayList<>();
        List<Bar> believed = new ArrayList<>();
        Set<Long> asked = new TreeSet<>();
        for (Bar bar : bars) {
            MarketOutcome outcome = walk.onBar(bar, bar.closeTimeMs());
            if (!(outcome instanceof MarketOutcome.Flagged flagged) || !flagged.refused()) {
                believed.add(bar);
            }
            if (outcome instanceof MarketOutcome.Formed formed) {
                asked.add(bar.openTimeMs());
                ask(pack, formed).hits().forEach(hit -> ours.add(bar.openTimeMs() + " " + hit.intent()));
            }
        }
        List<String> byHand = byHand(believed, asked);
        assertThat(ours).isEqualTo(byHand);
        assertThat(ours.stream().filter(one -> one.endsWith("ENTER"))).hasSizeGreaterThan(100);
        assertThat(ours.stream().filter(one -> one.endsWith("EXIT"))).hasSizeGreaterThan(100);
    }

    @Test
    @DisplayName("B-S2 a proposal of a pack without Java carries stop, target and what its indicators said")
    void a_proposal_carries_stop_target_and_readings() throws IOException {
        StrategyFloor floor = StrategyFloor.open(book("ema-cross"), folder, open()::base);
        BarWalk walk = walk().reading(floor::readings);
        List<Proposal> entries = new ArrayList<>();
        for (Bar bar : bars(DAYS)) {
            if (floor.onMarket(walk.onBar(bar, bar.closeTimeMs())) instanceof StrategyOutcome.Proposed proposed
                    && proposed.proposal().intent() == Intent.ENTER) {
                entries.add(proposed.proposal());
            }
        }
        assertThat(entries).isNotEmpty().allSatisfy(entry -> {
            double atr = entry.features().get("atr14");
            assertThat(entry.stopPriceE8()).isEqualTo(entry.referencePriceE8() - Math.round(3 * atr * FixedPoint.ONE));
            assertThat(entry.targetPriceE8()).isEqualTo(entry.referencePriceE8()
                    + Math.round(6 * atr * FixedPoint.ONE));
            assertThat(entry.features().get("reading.fast")).isGreaterThan(entry.features().get("reading.slow"));
            assertThat(entry.features().get("reading.trend")).isGreaterThanOrEqualTo(20);
        });
    }

    @Test
    @DisplayName("B-S2 somebody adds a pack with rules and YAML alone, and it proposes")
    void a_pack_is_added_without_java() throws IOException {
        write("strategy/mine/strategy.yaml", """
                parameters:
                  low:        {value: 30, min: 1, max: 50, unit: index points, meaning: Oversold.}
                  stop-atr:   {value: 2, min: 1, max: 9, unit: average true ranges, meaning: Stop.}
                  target-atr: {value: 3, min: 1, max: 9, unit: average true ranges, meaning: Target.}
                indicators:
                  strength: {use: rsi, of: hlc3, length: 9}
                  bands:    {use: bollinger, length: 30, multiple: 2.5}
                """);
        write("strategy/mine/triggers.drl", """
                // When is it cheap?
                package rules.strategy.mine.triggers

                import org.portcullis.market.RegimeView
                import org.portcullis.strategy.Intent
                import org.portcullis.strategy.PackParameters
                import org.portcullis.strategy.Readings
                import org.portcullis.strategy.TriggerHit

                // Below the lower band, without strength, in any market.
                rule "strategy.mine.triggers.form-entry-when-cheap"
                    agenda-group "strategy.mine.triggers"
                when
                    $p : PackParameters()
                    RegimeView( longFactor >= 0 )
                    $r : Readings( value("strength") < $p.number("low"), value("bands.percent-b") < 0 )
                then
                    insert( new TriggerHit( "strategy.mine.triggers.form-entry-when-cheap", Intent.ENTER,
                        $p.number("low"), $r.value("strength") ) );
                end
                """);
        Files.writeString(folder.resolve("strategies.yaml"), Files.readString(folder.resolve("strategies.yaml")) + """
                  mine:
                    enabled: true
                    max-at-risk-pct: 1
                    max-trades-per-cycle: 1
                    meaning: Mine.
                """);
        StrategyFloor floor = StrategyFloor.open(book(), folder, open()::base);
        BarWalk walk = walk().reading(floor::readings);
        for (Bar bar : bars(DAYS)) {
            floor.onMarket(walk.onBar(bar, bar.closeTimeMs()));
        }
        assertThat(floor.proposals()).isGreaterThan(10);
    }

    @Test
    @DisplayName("B-S2 only the indicators of enabled packs are computed")
    void only_what_enabled_packs_declare_is_computed() throws IOException {
        RuleLibrary rules = open();
        assertThat(StrategyFloor.open(book("momentum-core"), folder, rules::base).readings())
                .isSameAs(ReadingPlan.NONE);
        StrategyFloor floor = StrategyFloor.live(Set.of(), FloorParts.of(folder, rules::base));
        assertThat(floor.readings().isEmpty()).isTrue();
        edit("strategies.yaml", "  ema-cross:\n    enabled: false", "  ema-cross:\n    enabled: true");
        floor.refresh();
        ReadingPlan plan = floor.readings();
        assertThat(plan.readings()).extracting(one -> one.indicator().toString())
                .containsExactlyInAnyOrder("adx(close; length 14)", "adx(close; length 14)", "adx(close; length 14)",
                        "adx(close; length 14)", "ema(close; length 12)", "ema(close; length 26)");
        assertThat(plan.happenings()).isFalse();
        assertThat(floor.readings()).isSameAs(plan);
    }

    @Test
    @DisplayName("B-S2 S4-04 a changed length is warmed from memory before it is asked, as if it had always been so")
    void a_changed_length_is_warmed_from_memory() throws IOException {
        List<Bar> bars = bars(DAYS).subList(0, 900);
        StrategyPack edited = DrlStrategyPack.open("ema-cross", folder, open()::base);
        BarWalk walk = walk().reading(edited::readings);
        edit(CROSS, "length: 26}", "length: 75}");
        StrategyPack always = DrlStrategyPack.open("ema-cross", folder, library::base);
        BarWalk alwaysWalk = walk().reading(always::readings);
        IndicatorUse slow = IndicatorUse.declared(Map.of("use", "ema", "length", 75));
        for (int i = 0; i < bars.size(); i++) {
            if (i == 500) {
                edited.refresh();
            }
            MarketOutcome one = walk.onBar(bars.get(i), bars.get(i).closeTimeMs());
            MarketOutcome other = alwaysWalk.onBar(bars.get(i), bars.get(i).closeTimeMs());
            if (one instanceof MarketOutcome.Formed ours && other instanceof MarketOutcome.Formed theirs) {
                int place = theirs.readings().plan().readings().indexOf(new Reading(slow, 0));
                assertThat(Double.isNaN(theirs.readings().now()[place])).isEqualTo(i < 74);
                if (i >= 500) {
                    assertThat(ours.readings()).isEqualTo(theirs.readings());
                    assertThat(ask(edited, ours)).isEqualTo(ask(always, theirs));
                }
            }
        }
    }

    @Test
    @DisplayName("S4-04 a new value of a parameter counts from the next bar on")
    void a_new_value_of_a_parameter_counts_at_once() throws IOException {
        StrategyPack pack = pack("ema-cross");
        List<MarketOutcome.Formed> formed = formed(pack);
        long before = formed.stream().filter(bar -> enters(pack, bar)).count();
        edit(CROSS, "adx-min:    {value: 20", "adx-min:    {value: 60");
        pack.refresh();
        assertThat(formed.stream().filter(bar -> enters(pack, bar)).count()).isLessThan(before / 2);
    }

    @Test
    @DisplayName("S4-04 an edit that takes away what the rules read is refused and what was in force goes on")
    void an_edit_that_takes_away_what_rules_read_is_refused() throws IOException {
        StrategyPack pack = pack("ema-cross");
        ReadingPlan before = pack.readings();
        edit(CROSS, "  slow:  {use: ema", "  slowly:  {use: ema");
        pack.refresh();
        assertThat(pack.readings()).isSameAs(before);
        assertThatThrownBy(() -> DrlStrategyPack.open("ema-cross", folder, library::base))
                .hasMessageContaining("strategy/ema-cross/triggers.drl:15: value(\"slow\") is not declared in its "
                        + "strategy.yaml");
    }

    @Test
    @DisplayName("an edit of the rules that reads what is not declared silences the pack until both agree")
    void rules_that_read_what_is_not_declared_are_silent() throws IOException {
        RuleLibrary rules = open();
        StrategyPack pack = DrlStrategyPack.open("ema-cross", folder, rules::base);
        List<MarketOutcome.Formed> formed = formed(pack);
        assertThat(formed).anyMatch(bar -> enters(pack, bar));
        edit("strategy/ema-cross/triggers.drl", "$p.number(\"adx-min\") )\nthen", "$p.number(\"adx-mim\") )\nthen");
        rules.reload();
        assertThat(formed).noneMatch(bar -> enters(pack, bar));
        assertThat(ask(pack, formed.get(0)).nearest()).contains("triggers.drl:16: number(\"adx-mim\")");
        edit("strategy/ema-cross/triggers.drl", "adx-mim", "adx-min");
        rules.reload();
        assertThat(formed).anyMatch(bar -> enters(pack, bar));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "use: ema, of: close, length: 12|use: emma, length: 12|:9: fast: there is no indicator emma",
        "use: ema, of: close, length: 12|use: ema, length: 1001|:9: fast: length is 1001, permitted is 1 to 1000",
        "use: ema, of: close, length: 12|use: ema, lenght: 12|:9: fast: ema has no parameter lenght",
        "use: ema, of: close, length: 12|of: close|:9: fast: use is missing",
        "fast:  {use|Fast:  {use|:9: Fast: a name is small letters",
        "indicators:|indicatorz:|:8: unknown section indicatorz; known are [events, exits, indicators, parameters]",
        "adx-min:    {value: 20|adx-min:    {value: 101|:5: adx-min: is 101.0, permitted is 0.0 to 100.0"})
    void a_fault_in_a_declaration_names_file_and_line(String good, String bad, String says) throws IOException {
        edit(CROSS, good, bad);
        assertThatThrownBy(() -> DrlStrategyPack.open("ema-cross", folder, library::base))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("strategy.yaml" + says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "back-above: {line: price|sweep-low: {line: price|:11: sweep-low: has the name of a happening",
        "crosses-above: mean|crosses-above: median|:11: back-above: no indicator median is declared",
        "crosses-above: mean|crosses-above: mean.end|:11: back-above: mean.end: ema tells [value] only",
        "crosses-above: mean|crosses-above: mean, crosses-below: 3|:11: back-above: needs crosses-above or"})
    void a_fault_in_an_event_names_file_and_line(String good, String bad, String says) throws IOException {
        edit("strategy/swept-low/strategy.yaml", good, bad);
        assertThatThrownBy(() -> DrlStrategyPack.open("swept-low", folder, library::base))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("strategy.yaml" + says);
    }

    @Test
    @DisplayName("B-S4 swept-low enters only where a sweep came first and nothing broke since, on real minutes")
    void swept_low_keeps_the_order_of_things() throws IOException {
        StrategyPack pack = pack("swept-low");
        List<MarketOutcome.Formed> formed = formed(pack);
        int entries = 0;
        for (int i = 0; i < formed.size(); i++) {
            int at = i;
            if (enters(pack, formed.get(i))) {
                entries++;
                int sweep = since(formed, at, bar -> bar.structure().sweep() > 0);
                assertThat(sweep).isLessThanOrEqualTo(20);
                assertThat(since(formed, at, bar -> bar.structure().breakOfStructure() < 0)).isGreaterThan(sweep);
                assertThat(since(formed, at, bar -> bar.structure().changeOfCharacter() < 0)).isGreaterThan(sweep);
            }
        }
        assertThat(entries).isGreaterThan(5);
    }

    @Test
    @DisplayName("B-S2 rules read what their own strategy holds, and are silent while that cannot be told")
    void rules_read_what_their_strategy_holds() throws IOException {
        edit("strategy/ema-cross/triggers.drl", "import org.portcullis.strategy.Intent",
                "import org.portcullis.strategy"
                + ".Holding\nimport org.portcullis.strategy.Intent");
        edit("strategy/ema-cross/triggers.drl", "    $r : Readings( value(\"fast\") < value",
                "    Holding( direction > 0, movePct > 0, barsHeld >= 1 )\n    $r : Readings( value(\"fast\") < value");
        AtomicReference<Optional<HeldPosition>> held = new AtomicReference<>(Optional.of(HeldPosition.NOTHING));
        StrategyPack pack = DrlStrategyPack.open("ema-cross", FloorParts.of(folder, open()::base)
                .holding((strategy, instrument) -> strategy.equals("ema-cross") ? held.get() : Optional.empty()));
        List<MarketOutcome.Formed> formed = formed(pack);
        assertThat(formed).noneMatch(bar -> leaves(pack, bar));
        long opened = formed.get(0).barOpenTimeMs();
        held.set(Optional.of(new HeldPosition(1, FixedPoint.ONE, opened)));
        assertThat(formed).anyMatch(bar -> leaves(pack, bar));
        held.set(Optional.of(new HeldPosition(1, 10_000_000 * FixedPoint.ONE, opened)));
        assertThat(formed).as("at a loss").noneMatch(bar -> leaves(pack, bar));
        held.set(Optional.of(new HeldPosition(-1, FixedPoint.ONE, opened)));
        assertThat(formed).as("short").noneMatch(bar -> leaves(pack, bar));
        held.set(Optional.empty());
        assertThat(formed).as("not known").noneMatch(bar -> leaves(pack, bar));
    }

    private static boolean leaves(StrategyPack pack, MarketOutcome.Formed bar) {
        return ask(pack, bar).hits().stream().anyMatch(hit -> hit.intent() == Intent.EXIT);
    }

    @Test
    void cases_of_a_map_that_are_written_otherwise_are_told() throws IOException {
        edit("strategy/ema-cross/triggers.cases.csv", "adx-min=20 stop-atr=3", "adx-min=20,5 stop-atr");
        CaseReport report = RuleCases.run(open(), folder);
        assertThat(report.toString()).contains("ema-cross");
        assertThat(report.unreadable().size() + report.cases().stream().filter(one -> !one.passed()).count())
                .isPositive();
    }

    private static int since(List<MarketOutcome.Formed> formed, int at,
            Predicate<MarketOutcome.Formed> what) {
        for (int back = 0; back <= at; back++) {
            if (what.test(formed.get(at - back))) {
                return back;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static List<String> byHand(List<Bar> bars, Set<Long> asked) {
        double[] fast = ema(bars, 12);
        double[] slow = ema(bars, 26);
        Adx adx = new Adx(14);
        List<String> hits = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double trend = adx.push(units(bar.highE8()), units(bar.lowE8()), units(bar.closeE8()));
            if (i == 0 || !asked.contains(bar.openTimeMs())) {
                continue;
            }
            if (fast[i] > slow[i] && fast[i - 1] <= slow[i - 1] && trend >= 20) {
                hits.add(bar.openTimeMs() + " ENTER");
            } else if (fast[i] < slow[i] && fast[i - 1] >= slow[i - 1]) {
                hits.add(bar.openTimeMs() + " EXIT");
            }
        }
        return hits;
    }

    private static double[] ema(List<Bar> bars, int length) {
        double[] values = new double[bars.size()];
        double value = 0;
        for (int i = 0; i < values.length; i++) {
            double close = units(bars.get(i).closeE8());
            value = i < length ? value + close : value + 2.0 / (length + 1) * (close - value);
            value = i == length - 1 ? value / length : value;
            values[i] = i < length - 1 ? Double.NaN : value;
        }
        return values;
    }

    private List<MarketOutcome.Formed> formed(StrategyPack pack) throws IOException {
        BarWalk walk = walk().reading(pack::readings);
        List<MarketOutcome.Formed> formed = new ArrayList<>();
        for (Bar bar : bars(DAYS)) {
            if (walk.onBar(bar, bar.closeTimeMs()) instanceof MarketOutcome.Formed told) {
                formed.add(told);
            }
        }
        return formed;
    }

    private static boolean enters(StrategyPack pack, MarketOutcome.Formed bar) {
        return ask(pack, bar).hits().stream().anyMatch(hit -> hit.intent() == Intent.ENTER);
    }

    private static StrategyPack.Answer ask(StrategyPack pack, MarketOutcome.Formed bar) {
        return pack.ask(new StrategyContext(bar.features(), bar.structure(), bar.regime(), null, bar.readings()));
    }

    private StrategyPack pack(String name) {
        return DrlStrategyPack.open(name, folder, library::base);
    }

    private StrategyBook book(String... enabled) {
        return StrategyBook.read(folder.resolve("strategies.yaml"), Set.of(enabled));
    }

    private RuleLibrary open() {
        library = RuleLibrary.open(folder, RuleSandbox.allowing("org.portcullis."), PATIENT, InstantSource.system());
        return library;
    }

    private static BarWalk walk() {
        PolicyBook policy = PolicyBook.open(MarketWalks.RULES.resolve("policy.yaml"), null);
        return BarWalk.analysing(() -> MarketWalks.library().base("market"), policy::current, MarketWalks.catalogue(),
                CalendarBook.read(MarketWalks.RULES.resolve("calendars")));
    }

    private static List<Bar> bars(String file) {
        List<Bar> bars = new ArrayList<>();
        try (BarStream stream = MarketWalks.feed().open(ReferenceBars.file(file))) {
            while (stream.hasNext()) {
                if (stream.next() instanceof ReadBar.Good good) {
                    bars.add(good.bar());
                }
            }
        }
        return bars;
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private static double units(long e8) {
        return (double) e8 / FixedPoint.ONE;
    }
}
