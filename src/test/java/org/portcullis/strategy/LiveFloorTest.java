package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portcullis.strategy.Contexts.MNQ;
import static org.portcullis.strategy.Contexts.breakout;
import static org.portcullis.strategy.Contexts.formed;
import static org.portcullis.strategy.Contexts.idle;
import static org.portcullis.strategy.Contexts.proposed;
import static org.portcullis.strategy.Contexts.regime;
import static org.portcullis.strategy.Contexts.structure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.Percent;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.Regime;
import org.portcullis.strategy.Contexts.Patterns;

/** A floor whose rules folder people edit while it runs. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiveFloorTest {

    private static final String FALSE_BREAKOUT = "strategy/false-breakout/strategy.yaml";
    private static final String RANGE_FADE = """
              range-fade:
                enabled: true
                max-at-risk-pct: 5
                max-trades-per-cycle: 1
                meaning: Fades the range.
            """;

    @TempDir
    private Path folder;

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
    @DisplayName("S4-04 wick, volume and trigger score are tuned while it runs, from the next bar on")
    void wick_volume_and_score_are_tuned_live() throws IOException {
        StrategyFloor floor = live("false-breakout");
        assertThat(proposed(floor.onMarket(formed(breakout(-1)))).confidence()).isEqualTo(1);
        edit(floor, FALSE_BREAKOUT, "wick-ratio-min:       {value: 0.5", "wick-ratio-min:       {value: 0.7");
        assertThat(proposed(floor.onMarket(formed(breakout(-1)))).confidence()).isEqualTo(0.75);
        edit(floor, FALSE_BREAKOUT, "volume-z-min:         {value: 1.5", "volume-z-min:         {value: 2.5");
        assertThat(proposed(floor.onMarket(formed(breakout(-1)))).confidence()).isEqualTo(0.6);
        edit(floor, FALSE_BREAKOUT, "score-min:            {value: 60", "score-min:            {value: 61");
        assertThat(idle(floor.onMarket(formed(breakout(-1)))).reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
    }

    @Test
    @DisplayName("S4-04 an edit out of bounds, without a parameter or not readable is refused and nothing changes")
    void a_broken_edit_changes_nothing() throws IOException {
        StrategyFloor floor = live("false-breakout");
        edit(floor, FALSE_BREAKOUT, "score-min:            {value: 60", "score-min:            {value: 101");
        assertThat(proposed(floor.onMarket(formed(breakout(-1)))).confidence()).isEqualTo(1);
        edit(floor, FALSE_BREAKOUT, "  wick-weight:  ", "  wick-wait:  ");
        assertThat(proposed(floor.onMarket(formed(breakout(-1)))).confidence()).isEqualTo(1);
        edit(floor, FALSE_BREAKOUT, "parameters:", "parameters: [");
        assertThat(proposed(floor.onMarket(formed(breakout(-1)))).confidence()).isEqualTo(1);
    }

    @Test
    @DisplayName("S2-REQ-STR2 B-S3 a strategy is enabled and disabled while it runs, each on its own")
    void a_strategy_is_enabled_and_disabled_live() throws IOException {
        StrategyFloor floor = live();
        assertThat(idle(floor.onMarket(formed(breakout(-1)))).reason()).isEqualTo(NoTradeReason.STRATEGY_DISABLED);
        edit(floor, "strategies.yaml", "  false-breakout:\n    enabled: false", "  false-breakout:\n    enabled: true");
        assertThat(proposed(floor.onMarket(formed(breakout(-1)))).strategy()).isEqualTo("false-breakout");
        edit(floor, "strategies.yaml", "  smc-scalper:\n    enabled: false", "  smc-scalper:\n    enabled: perhaps");
        assertThat(proposed(floor.onMarket(formed(breakout(-1)))).strategy()).isEqualTo("false-breakout");
        edit(floor, "strategies.yaml", "  smc-scalper:\n    enabled: perhaps", "  smc-scalper:\n    enabled: false");
        edit(floor, "strategies.yaml", "  false-breakout:\n    enabled: true", "  false-breakout:\n    enabled: false");
        assertThat(idle(floor.onMarket(formed(breakout(-1)))).reason()).isEqualTo(NoTradeReason.STRATEGY_DISABLED);
    }

    @Test
    @DisplayName("S2-REQ-STR3 an edited budget is the one the desk is told")
    void an_edited_budget_is_told() throws IOException {
        StrategyFloor floor = live();
        edit(floor, "strategies.yaml", "max-at-risk-pct: 15", "max-at-risk-pct: 12");
        assertThat(floor.budget("momentum-core").orElseThrow().atRiskMax()).isEqualTo(Percent.of("12"));
    }

    @Test
    void a_strategy_that_is_enabled_without_being_there_is_refused() throws IOException {
        StrategyFloor floor = live("false-breakout");
        edit(floor, "strategies.yaml", "strategies:\n", "strategies:\n" + RANGE_FADE);
        assertThat(proposed(floor.onMarket(formed(breakout(-1)))).strategy()).isEqualTo("false-breakout");
        assertThat(floor.budget("range-fade")).isEmpty();
    }

    @Test
    @DisplayName("S2-REQ-STR1 B-S1 a strategy written in Java goes through the same door")
    void a_strategy_written_in_java_proposes() throws IOException {
        FloorParts parts = FloorParts.of(folder, MarketWalks.library()::base).with(List.of(new RangeFade(0)));
        StrategyFloor floor = StrategyFloor.live(Set.of(), parts);
        assertThat(idle(floor.onMarket(formed(breakout(-1)))).reason()).as("disabled until somebody enables it")
                .isEqualTo(NoTradeReason.STRATEGY_DISABLED);
        edit(floor, "strategies.yaml", "strategies:\n", "strategies:\n" + RANGE_FADE);
        Proposal proposal = proposed(floor.onMarket(formed(breakout(-1))));
        assertThat(proposal.strategy()).isEqualTo("range-fade");
        assertThat(proposal.rule()).isEqualTo("range-fade.form-entry");
    }

    @Test
    void two_strategies_of_one_name_are_refused() {
        StrategyPack twin = new RangeFade(1);
        assertThatThrownBy(() -> StrategyFloor.live(Set.of(),
                FloorParts.of(folder, MarketWalks.library()::base).with(List.of(twin, new RangeFade(2)))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("range-fade is there twice");
    }

    /** A strategy whose rules never come to their end. */
    private static final class Broken implements StrategyPack {
        @Override
        public String name() {
            return "range-fade";
        }

        @Override
        public Answer ask(StrategyContext context) {
            throw new IllegalStateException("took longer than 200 ms");
        }
    }

    @Test
    @DisplayName("S3-05 a strategy that fails is told of and takes no other strategy along")
    void a_strategy_that_fails_takes_no_other_along() throws IOException {
        FloorParts parts = FloorParts.of(folder, MarketWalks.library()::base).with(List.of(new Broken()));
        List<RulesStopped> told = new ArrayList<>();
        StrategyFloor floor = StrategyFloor.live(Set.of("smc-scalper"), parts).telling(told::add);
        edit(floor, "strategies.yaml", "strategies:\n", "strategies:\n" + RANGE_FADE);
        Proposal leave = proposed(floor.onMarket(formed(new Patterns(0, 0, -1, 0, 0), 1)));
        assertThat(leave.intent()).as("what another strategy holds is left").isEqualTo(Intent.EXIT);
        assertThat(told).containsExactly(new RulesStopped("range-fade", MNQ, Contexts.OPEN_MS + 60_000,
                "took longer than 200 ms"));
        NoTrade none = idle(floor.onMarket(formed(Patterns.NONE, 0)));
        assertThat(none.reason()).isEqualTo(NoTradeReason.RULES_STOPPED);
        assertThat(none.nearest()).isEqualTo("range-fade: took longer than 200 ms");
        assertThat(floor.reasons()).containsEntry(NoTradeReason.RULES_STOPPED, 1L);
    }

    @Test
    void in_a_trial_a_strategy_that_fails_fails_the_trial() throws IOException {
        FloorParts parts = FloorParts.of(folder, MarketWalks.library()::base).with(List.of(new Broken()));
        StrategyFloor floor = StrategyFloor.live(Set.of("smc-scalper"), parts);
        edit(floor, "strategies.yaml", "strategies:\n", "strategies:\n" + RANGE_FADE);
        assertThatThrownBy(() -> floor.onMarket(formed(Patterns.NONE, 0))).hasMessageContaining("200 ms");
    }

    @Test
    @DisplayName("S2-REQ-U3 the regime's factor goes with the proposal; none enters in a crash and exits pass")
    void the_regime_decides_about_size_and_entry() {
        StrategyFloor floor = live("false-breakout");
        MarketOutcome.Formed bear = formed(structure(Patterns.NONE, List.of(), breakout(1), null),
                regime(Regime.BEAR, 0.5, 1));
        assertThat(proposed(floor.onMarket(bear)).sizeFactor()).isEqualTo(0.5);
        NoTrade crash = idle(floor.onMarket(formed(structure(Patterns.NONE, List.of(), breakout(1), null),
                regime(Regime.CRASH, 0, 0))));
        assertThat(crash.reason()).isEqualTo(NoTradeReason.REGIME_FORBIDS);
        assertThat(crash.nearest()).contains("BUY in CRASH, size factor 0.0");
        assertThat(proposed(floor.onMarket(formed(structure(Patterns.NONE, List.of(), breakout(1), null),
                regime(Regime.UNKNOWN, 0.5, 0.5)))).sizeFactor()).as("nothing is known yet").isEqualTo(0.5);
        assertThat(idle(floor.onMarket(formed(structure(Patterns.NONE, List.of(), breakout(1), null),
                regime(Regime.UNKNOWN, 0, 0)))).reason()).as("and the policy enters nothing then")
                .isEqualTo(NoTradeReason.REGIME_FORBIDS);
        StrategyFloor scalper = live("smc-scalper");
        Proposal leave = proposed(scalper.onMarket(formed(structure(new Patterns(0, 0, -1, 0, 0), List.of(), null,
                null), regime(Regime.CRASH, 0, 0))));
        assertThat(leave.intent()).isEqualTo(Intent.EXIT);
        assertThat(leave.sizeFactor()).isEqualTo(1);
    }

    @Test
    void the_universe_keeps_entries_out_and_lets_exits_pass() {
        UniverseView nothing = instrument -> Optional.of(instrument + " trades too little");
        StrategyFloor floor = StrategyFloor.live(Set.of("false-breakout", "smc-scalper"),
                FloorParts.of(folder, MarketWalks.library()::base).within(nothing));
        assertThat(floor.onMarket(formed(breakout(-1)))).isEqualTo(new StrategyOutcome.Idle(new NoTrade(MNQ,
                Contexts.OPEN_MS, NoTradeReason.NOT_IN_UNIVERSE, "MNQ trades too little")));
        assertThat(proposed(floor.onMarket(formed(new Patterns(0, 0, -1, 0, 0), 1))).intent()).isEqualTo(Intent.EXIT);
    }

    private StrategyFloor live(String... enabled) {
        return StrategyFloor.live(Set.of(enabled), FloorParts.of(folder, MarketWalks.library()::base));
    }

    private void edit(StrategyFloor floor, String file, String before, String after) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
        floor.refresh();
    }
}
