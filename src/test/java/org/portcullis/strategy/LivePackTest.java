package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.engine.rules.CaseReport;
import org.portcullis.engine.rules.RuleCases;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.market.Bar;
import org.portcullis.market.BarWalk;
import org.portcullis.market.IndicatorUse;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.Reading;
import org.portcullis.market.ReadingPlan;
import org.portcullis.strategy.adapter.rules.DrlStrategyPack;

/** B-S2: declarations of packs without Java, edited while they run and refused when they are wrong. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LivePackTest extends PackScene {

    @Test
    @DisplayName("B-S2 only the indicators of enabled packs are computed")
    void only_what_enabled_packs_declare_is_computed() throws IOException {
        RuleLibrary rules = open();
        assertThat(StrategyFloor.open(book("momentum-core"), folder, rules::base).readings())
                .isSameAs(ReadingPlan.NONE);
        StrategyFloor floor = StrategyFloor.live(Set.of(), FloorParts.of(folder, rules::base));
        assertThat(floor.readings().readsNothing()).isTrue();
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
        assertThat(ask(pack, formed.get(0)).words().text()).contains("triggers.drl:16: number(\"adx-mim\")");
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
    void cases_of_a_map_that_are_written_otherwise_are_told() throws IOException {
        edit("strategy/ema-cross/triggers.cases.csv", "adx-min=20 stop-atr=3", "adx-min=20,5 stop-atr");
        CaseReport report = RuleCases.run(open(), folder);
        assertThat(report.toString()).contains("ema-cross");
        assertThat(report.unreadable().size() + report.cases().stream().filter(one -> !one.passed()).count())
                .isPositive();
    }
}
