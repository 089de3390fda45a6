package org.portcullis.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import samples.rules.Bar;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleLimitsTest {

    private static final String GROUP = "market.flags";
    private static final String SAY = "insert( new Proposal( \"a\", \"b\" ) );";
    private static final String GROW = "insert( new Bar( $bar.symbol() + \"x\", 1, 0 ) );";

    @TempDir
    Path folder;

    private RuleLibrary library(String when, String then, RuleLimits limits) {
        RulesOnDisk disk = new RulesOnDisk(folder).rule("", when, then);
        return RuleLibrary.open(disk.root, RulesOnDisk.SANDBOX, limits, InstantSource.system());
    }

    private RuleRunFailed failure(RuleLibrary library, int bars) {
        RuleRun run = library.base("market").open(null);
        for (int i = 0; i < bars; i++) {
            run.insert(new Bar("S" + i, 1, 0));
        }
        RuleRunFailed failed = catchThrowableOfType(RuleRunFailed.class, () -> run.fire(GROUP));
        assertThat(failed).as("the run fails").isNotNull();
        assertThat(catchThrowableOfType(IllegalStateException.class, run::fired)).hasMessageContaining("closed");
        return failed;
    }

    @Test
    @DisplayName("R2: a rule that feeds itself is stopped and named")
    void a_rule_that_feeds_itself_is_stopped_and_named() {
        RuleLimits limits = RuleLimits.standard().within(1_000, Duration.ofSeconds(20));
        try (RuleLibrary library = library("$bar : Bar()", GROW, limits)) {
            RuleRunFailed failed = failure(library, 1);
            assertThat(failed.rule()).isEqualTo("market.flags.sample");
            assertThat(failed.file()).isEqualTo("market/flags.drl");
            assertThat(failed).hasMessageContaining("fired more than 1000 times");
        }
    }

    @Test
    void as_many_firings_as_allowed_pass_and_one_more_does_not() {
        RuleLimits limits = RuleLimits.standard().within(50, Duration.ofSeconds(20));
        try (RuleLibrary library = library("$bar : Bar()", SAY, limits)) {
            try (RuleRun run = library.base("market").open(null)) {
                for (int i = 0; i < 50; i++) {
                    run.insert(new Bar("S" + i, 1, 0));
                }
                assertThat(run.fire(GROUP)).isEqualTo(50);
            }
            assertThat(failure(library, 51)).hasMessageContaining("fired more than 50 times");
        }
    }

    @Test
    @DisplayName("R2: a rule that takes too long is stopped by the watchdog")
    void a_rule_that_takes_too_long_is_stopped_by_the_watchdog() {
        RuleLimits limits = RuleLimits.standard().within(10_000, Duration.ofMillis(200));
        try (RuleLibrary library = library("$bar : Bar()", "$bar.sleepy();", limits)) {
            RuleRunFailed failed = failure(library, 5);
            assertThat(failed).hasMessageContaining("took longer than 200 ms");
            assertThat(failed.rule()).isEqualTo("market.flags.sample");
        }
    }

    @Test
    void a_slow_condition_counts_as_well() {
        RuleLimits limits = RuleLimits.standard().within(10_000, Duration.ofMillis(200));
        try (RuleLibrary library = library("Bar( sleepy().close > 0 )", SAY, limits)) {
            RuleRun run = library.base("market").open(null);
            RuleRunFailed failed = catchThrowableOfType(RuleRunFailed.class, () -> {
                run.insert(new Bar("S", 1, 0));
                run.fire(GROUP);
            });
            assertThat(failed).hasMessageContaining("took longer than 200 ms");
        }
    }

    @Test
    @DisplayName("R2: a cross product of ten million is refused before it is compared")
    void a_cross_product_of_ten_million_is_refused_before_it_is_compared() {
        String join = "$a : Bar() $b : Bar( close < $a.close ) $c : Bar( close < $b.close )";
        RuleLimits patient = RuleLimits.standard().within(10_000, Duration.ofSeconds(20)); // enough to compare them
        try (RuleLibrary library = library(join, SAY, patient)) {
            assertThat(failure(library, 220)).hasMessageContaining("more than 1000000 combinations of 220 facts");
        }
    }

    @Test
    @DisplayName("R3: a rule that throws fails the run and not the next one")
    void a_rule_that_throws_fails_the_run_and_not_the_next_one() {
        try (RuleLibrary library = library("$bar : Bar( symbol != \"calm\" )", "$bar.explode();",
                RuleLimits.standard())) {
            for (int i = 0; i < 10; i++) {
                RuleRunFailed failed = failure(library, 2);
                assertThat(failed).hasMessageContaining("exploded").hasMessageContaining("market/flags.drl");
                assertThat(failed.rule()).isEqualTo("market.flags.sample");
                try (RuleRun run = library.base("market").open(null)) {
                    run.insert(new Bar("calm", 1, 0));
                    assertThat(run.fire(GROUP)).isZero();
                    assertThat(run.facts(Object.class)).hasSize(1);
                }
            }
        }
    }

    @Test
    void a_condition_that_throws_fails_the_run() {
        try (RuleLibrary library = library("Bar( explode().close > 0 )", SAY, RuleLimits.standard());
                RuleRun run = library.base("market").open(null)) {
            RuleRunFailed failed = catchThrowableOfType(RuleRunFailed.class, () -> {
                run.insert(new Bar("S", 1, 0));
                run.fire(GROUP);
            });
            assertThat(failed).isNotNull();
        }
    }

    @Test
    void a_failed_owned_session_is_closed() {
        try (RuleLibrary library = library("$bar : Bar()", "$bar.explode();", RuleLimits.standard())) {
            TriggerSession session = library.base("market").ownedSession();
            session.insert(new Bar("S", 1, 0));
            assertThat(catchThrowableOfType(RuleRunFailed.class, () -> session.fire(GROUP))).isNotNull();
            assertThat(catchThrowableOfType(IllegalStateException.class, session::clear)).isNotNull();
        }
    }

    @Test
    void a_run_belongs_to_one_thread() throws Exception {
        try (RuleLibrary library = library("Bar()", SAY, RuleLimits.standard());
                TriggerSession session = library.base("market").ownedSession()) {
            session.insert(new Bar("S", 1, 0));
            IllegalStateException[] refused = new IllegalStateException[1];
            Thread other = new Thread(() ->
                    refused[0] = catchThrowableOfType(IllegalStateException.class, () -> session.fire(GROUP)));
            other.start();
            other.join();
            assertThat(refused[0]).hasMessageContaining("one thread");
        }
    }
}
