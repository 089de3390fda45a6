package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.market.MarketOutcome;

/** Bars of which declared indicators tell already that a pack has nothing to say. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SilenceTest extends PackScene {

    private static final String RULES = "strategy/ema-cross/triggers.drl";

    @Test
    @DisplayName("B-S2 a pack of declared indicators alone is silent where its rules form nothing, and nowhere else")
    void a_pack_of_declared_indicators_is_silent_where_its_rules_form_nothing() throws IOException {
        StrategyPack pack = pack("ema-cross");
        List<MarketOutcome.Formed> bars = formed(pack);
        assertThat(bars.stream().map(bar -> pack.silentOn(bar.readings())).distinct()).hasSize(2);
        assertThat(bars).allSatisfy(bar ->
                assertThat(pack.silentOn(bar.readings())).isEqualTo(ask(pack, bar).hits().isEmpty()));
    }

    @Test
    void a_bar_is_passed_over_only_when_the_floor_would_have_found_no_trigger() throws IOException {
        List<MarketOutcome.Formed> bars = formed(pack("ema-cross"));
        for (List<String> enabled : List.of(List.of("ema-cross"), List.of("ema-cross", "momentum-core"),
                List.of("swept-low"), List.of("false-breakout"))) {
            StrategyFloor floor = StrategyFloor.open(book(enabled.toArray(String[]::new)), folder, library::base);
            long passed = bars.stream().filter(bar -> floor.silentOn(bar.readings())).peek(bar ->
                    assertThat(floor.onMarket(bar)).isInstanceOfSatisfying(StrategyOutcome.Idle.class, idle ->
                            assertThat(idle.noTrade().reason()).isEqualTo(NoTradeReason.NO_TRIGGER))).count();
            assertThat(passed > 0).as("%s", enabled).isEqualTo(enabled.equals(List.of("ema-cross")));
        }
    }

    @Test
    void where_a_rule_looks_at_anything_else_no_bar_is_passed_over() throws IOException {
        List<MarketOutcome.Formed> bars = formed(pack("ema-cross"));
        edit(RULES, "    $p : PackParameters()", "    Features( rsi14 > 0 )\n    $p : PackParameters()");
        edit(RULES, "import org.portcullis.strategy.Intent", "import org.portcullis.market.Features\n"
                + "import org.portcullis.strategy.Intent");
        try (RuleLibrary edited = open()) {
            StrategyPack pack = pack("ema-cross");
            assertThat(bars).noneMatch(bar -> pack.silentOn(bar.readings()));
        }
    }

    @Test
    void a_floor_without_strategies_says_so_of_every_bar() throws IOException {
        StrategyFloor floor = new StrategyFloor(book(), List.of());
        assertThat(formed(pack("ema-cross"))).isNotEmpty().noneMatch(bar -> floor.silentOn(bar.readings()));
    }
}
