package org.portcullis.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Side;
import samples.rules.Bar;
import samples.rules.Checks;
import samples.rules.Limits;
import samples.rules.Order;
import samples.rules.Proposal;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleLibraryTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final Limits LIMITS = new Limits(Money.of("100"), 2);

    @TempDir
    Path folder;
    private RulesOnDisk disk;

    @BeforeEach
    void copySamples() {
        disk = RulesOnDisk.copyOf("good", folder);
    }

    @Test
    void a_judging_rule_records_what_it_compared() {
        try (RuleLibrary library = disk.open()) {
            Checks checks = new Checks();
            try (RuleRun run = library.base("risk").open(checks)) {
                run.insert(new Order(BTC, Side.BUY, Money.of("100.5")));
                run.insert(LIMITS);
                assertThat(run.fire("risk.caps")).isEqualTo(1);
                assertThat(run.fired()).containsExactly(new RuleFiring("risk.caps.order-size", 1));
            }
            assertThat(checks.recorded()).containsExactly("order.size 100.5 <= 100 fail");
        }
    }

    @Test
    void nothing_is_carried_over_to_the_next_run() {
        try (RuleLibrary library = disk.open()) {
            for (int i = 0; i < 20; i++) {
                Checks checks = new Checks();
                try (RuleRun run = library.base("risk").open(checks)) {
                    run.insert(new Order(BTC, Side.SELL, Money.of("1")));
                    if (i % 2 == 0) {
                        run.insert(LIMITS);
                    }
                    assertThat(run.fire("risk.caps")).isEqualTo(1 - i % 2);
                    assertThat(checks.recorded()).hasSize(1 - i % 2);
                }
            }
        }
    }

    @Test
    void an_owned_session_forms_facts_item_after_item() {
        try (RuleLibrary library = disk.open();
                TriggerSession session = library.base("strategy/momentum-core").ownedSession()) {
            for (int i = 0; i < 50; i++) {
                session.insert(new Bar("BTCUSDT", 100 + i % 2, 100));
                session.fire("strategy.momentum_core.triggers");
                assertThat(session.facts(Proposal.class)).hasSize(i % 2);
                session.clear();
                assertThat(session.facts(Object.class)).isEmpty();
            }
        }
    }

    @Test
    void rules_tell_their_group_place_and_comment() {
        try (RuleLibrary library = disk.open()) {
            RuleText lots = library.base("risk").rules().get(1);
            assertThat(lots.name()).isEqualTo("risk.caps.open-lots");
            assertThat(lots.agendaGroup()).isEqualTo("risk.caps");
            assertThat(lots.file()).isEqualTo("risk/caps.drl");
            assertThat(lots.line()).isEqualTo(23);
            assertThat(lots.comment())
                    .isEqualTo("Buying more of what we hold counts the open lots; selling never does.");
            assertThat(lots.source()).startsWith("rule \"risk.caps.open-lots\"").endsWith("end");
        }
    }

    @Test
    void wrong_questions_are_answered_with_the_right_names() {
        try (RuleLibrary library = disk.open(); RuleRun run = library.base("risk").open(null)) {
            assertThatIllegalArgumentException().isThrownBy(() -> library.base("risks"))
                    .withMessageContaining("[risk, strategy/momentum-core]");
            assertThatIllegalArgumentException().isThrownBy(() -> run.fire("risk.cap"))
                    .withMessageContaining("[risk.caps]");
            assertThatIllegalStateException().isThrownBy(() -> run.fire("risk.caps"))
                    .withMessageContaining("samples.rules.Checks");
            assertThatIllegalArgumentException().isThrownBy(() -> library.base("risk").open(List::of));
        }
    }

    @Test
    void the_version_follows_the_content_of_every_file() throws Exception {
        String version;
        try (RuleLibrary library = disk.open()) {
            version = library.version();
            assertThat(version).matches("[0-9a-f]{16}");
        }
        try (RuleLibrary again = disk.open()) {
            assertThat(again.version()).isEqualTo(version);
            String text = Files.readString(folder.resolve("risk/caps.drl"));
            disk.write("risk/caps.drl", text + "\n// a thought\n");
            ReloadReport report = again.reload();
            assertThat(report.folders()).extracting(ReloadReport.FolderReload::folder).containsExactly("risk");
            assertThat(again.version()).isNotEqualTo(version).isEqualTo(report.version());
            disk.write("risk/caps.drl", text);
            again.reload();
            assertThat(again.version()).isEqualTo(version);
        }
    }

    @Test
    void a_broken_edit_leaves_the_running_version_and_is_reported_once() {
        try (RuleLibrary library = disk.open()) {
            List<ReloadReport> told = new ArrayList<>();
            library.onReload(told::add);
            String version = library.version();
            disk.write("risk/caps.drl", "package rules.risk.caps\n\n// broken\nrule \"risk.caps.x\" when then oops");
            disk.write("strategy/momentum-core/more.drl", """
                    package rules.strategy.momentum_core.more

                    import samples.rules.Bar
                    import samples.rules.Proposal

                    // Another question.
                    rule "strategy.momentum_core.more.any-bar"
                        agenda-group "strategy.momentum_core.more"
                    when
                        $bar : Bar()
                    then
                        insert( new Proposal( $bar.symbol(), "any" ) );
                    end
                    """);
            ReloadReport report = library.reload();
            assertThat(report.problems()).isNotEmpty().allSatisfy(problem ->
                    assertThat(problem.file()).isEqualTo("risk/caps.drl"));
            assertThat(library.base("risk").rules()).hasSize(2);
            assertThat(library.base("strategy/momentum-core").rules()).hasSize(2);
            assertThat(library.version()).isNotEqualTo(version);
            RulesState.FolderState risk = library.state().folders().get(0);
            assertThat(risk.refused()).isNotNull();
            assertThat(risk.refused().problems()).isEqualTo(report.problems());
            library.reload();
            assertThat(told).hasSize(1);
            RulesOnDisk.copyOf("good", folder);
            library.reload();
            assertThat(library.state().folders().get(0).refused()).isNull();
        }
    }

    @Test
    void a_folder_that_lost_its_files_keeps_its_running_version() throws Exception {
        try (RuleLibrary library = disk.open()) {
            Files.delete(folder.resolve("risk/caps.drl"));
            assertThat(library.reload().problems()).singleElement()
                    .satisfies(problem -> assertThat(problem.message()).contains("are gone"));
            assertThat(library.base("risk").rules()).hasSize(2);
        }
    }

    @Test
    @DisplayName("P9: a saved edit is in force within two seconds")
    void a_saved_edit_is_in_force_within_two_seconds() throws Exception {
        try (RuleLibrary library = disk.open()) {
            LinkedBlockingQueue<ReloadReport> told = new LinkedBlockingQueue<>();
            library.onReload(told::add);
            library.watch(Duration.ofMillis(100));
            String text = Files.readString(folder.resolve("risk/caps.drl"));
            disk.write("risk/caps.drl", text.replace("\"order.size\"", "\"order.bulk\""));
            ReloadReport report = told.poll(2, TimeUnit.SECONDS);
            assertThat(report).isNotNull();
            assertThat(report.version()).isEqualTo(library.version());
            assertThat(library.base("risk").rules().get(0).source()).contains("order.bulk");
        }
    }

    @Test
    void a_rule_about_the_absence_of_facts_loads_and_judges() {
        String text = """
                package rules.risk.absence

                import samples.rules.Checks
                import samples.rules.Limits
                import samples.rules.Position

                global Checks checks;

                // Without a position there is nothing open.
                rule "risk.absence.nothing-open"
                    agenda-group "risk.absence"
                when
                    not Position()
                then
                    checks.atMost( "open", 0, 1 );
                end
                """;
        try (RuleLibrary library = disk.write("risk/absence.drl", text).open()) {
            Checks checks = new Checks();
            try (RuleRun run = library.base("risk").open(checks)) {
                assertThat(run.fire("risk.absence")).isEqualTo(1);
                assertThat(run.fire("risk.caps")).isZero();
            }
            assertThat(checks.recorded()).containsExactly("open 0 <= 1 pass");
        }
    }

    @Test
    void a_file_that_an_editor_has_under_work_is_not_a_rule_file() {
        disk.write("risk/.caps.drl", "half a rule");
        try (RuleLibrary library = disk.open()) {
            assertThat(library.base("risk").rules()).hasSize(2);
        }
    }

    @Test
    void a_listener_that_fails_does_not_stop_the_swap() {
        try (RuleLibrary library = disk.open()) {
            library.onReload(report -> {
                throw new IllegalStateException("listener");
            });
            String version = library.version();
            disk.write("risk/caps.drl", library.base("risk").rules().get(0).source());
            assertThat(library.reload().swapped()).isFalse();
            disk.write("strategy/momentum-core/triggers.drl", "");
            assertThat(library.reload().problems()).hasSizeGreaterThan(1);
            assertThat(library.version()).isEqualTo(version);
        }
    }

    @Test
    void a_closed_run_takes_nothing_more() {
        try (RuleLibrary library = disk.open()) {
            RuleRun run = library.base("risk").open(null);
            run.close();
            run.close();
            assertThatThrownBy(() -> run.insert(LIMITS)).isInstanceOf(IllegalStateException.class);
        }
    }
}
