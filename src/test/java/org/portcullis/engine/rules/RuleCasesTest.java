package org.portcullis.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleCasesTest {

    private static final String COLUMNS = "case,fires,records,Bar.symbol,Bar.close,Bar.average\n";
    private static final String TABLE = "strategy/momentum-core/triggers.cases.csv";

    @TempDir
    Path folder;
    private RulesOnDisk disk;

    @BeforeEach
    void copySamples() {
        disk = RulesOnDisk.copyOf("good", folder);
    }

    private CaseReport run() {
        try (RuleLibrary library = disk.open()) {
            return RuleCases.run(library, folder);
        }
    }

    @Test
    void the_good_sample_passes_with_every_rule_covered() {
        CaseReport report = run();
        assertThat(report.failed()).isEmpty();
        assertThat(report.unreadable()).isEmpty();
        assertThat(report.uncovered()).isEmpty();
        assertThat(report.cases()).hasSize(7);
        assertThat(report.passed()).isTrue();
    }

    @Test
    void a_case_that_expects_too_little_or_too_much_fails_with_both_sides() {
        disk.write(TABLE, COLUMNS + "*,,,BTCUSDT,100.5,100\nsilent,,,,,\nloud,above-average,,,100,\n"
                + "text,above-average,Proposal[symbol=ETHUSDT],,,\n");
        assertThat(run().failed()).extracting(CaseReport.CaseOutcome::toString).containsExactly(
                TABLE + ":3: silent: expected fires [] but fired [above-average] recorded "
                        + "[Proposal[symbol=BTCUSDT, reason=close above average]]",
                TABLE + ":4: loud: expected fires [above-average] but fired [] recorded []",
                TABLE + ":5: text: expected fires [above-average] records [Proposal[symbol=ETHUSDT]] but fired "
                        + "[above-average] recorded [Proposal[symbol=BTCUSDT, reason=close above average]]");
    }

    @Test
    void a_rule_that_never_stays_silent_is_a_gap() {
        disk.write(TABLE, COLUMNS + "*,,,BTCUSDT,100.5,100\nloud,above-average,,,,\n");
        assertThat(run().uncovered()).singleElement().satisfies(gap -> {
            assertThat(gap.file()).isEqualTo("strategy/momentum-core/triggers.drl");
            assertThat(gap.line()).isEqualTo(7);
            assertThat(gap.message()).contains("above-average stays silent in no case");
        });
    }

    @Test
    void a_rule_that_never_fires_is_a_gap() {
        disk.write(TABLE, COLUMNS + "*,,,BTCUSDT,100,100\nsilent,,,,,\n");
        assertThat(run().uncovered()).singleElement()
                .satisfies(gap -> assertThat(gap.message()).contains("above-average fires in no case"));
    }

    @Test
    void a_rule_file_without_a_table_is_a_gap() throws Exception {
        Files.delete(folder.resolve(TABLE));
        assertThat(run().uncovered()).singleElement()
                .satisfies(gap -> assertThat(gap.message()).contains("write " + TABLE));
    }

    @Test
    void mistakes_in_a_table_name_file_line_and_column() {
        disk.write(TABLE, COLUMNS + "*,,,BTCUSDT,100.5,100\nword,above-average,,,high,\nrule,abov,,,,\n"
                + "empty,above-average,,,,\n");
        assertThat(run().unreadable()).extracting(RuleProblem::toString)
                .anySatisfy(text -> assertThat(text).startsWith(TABLE + ":3: word: Bar.close: high gives no double"))
                .anySatisfy(text -> assertThat(text).startsWith(TABLE + ":4: rule: column fires names abov"))
                .hasSize(2);
        disk.write(TABLE, "case,fires,records,Bar.closed\na,,,1\n");
        assertThat(run().unreadable()).singleElement().asString()
                .contains(":1: column Bar.closed: Bar has no component");
        disk.write(TABLE, "case,fires,records,Candle.close\na,,,1\n");
        assertThat(run().unreadable()).singleElement().asString().contains("imports no Candle");
        disk.write(TABLE, "case,fires,records,Bar.close\na,,,1\n");
        assertThat(run().unreadable()).singleElement().asString().contains("Bar.symbol has no value");
        disk.write(TABLE, "case,fires,records,Bar.close\na,,,1,2\n");
        assertThat(run().unreadable()).singleElement().asString().contains(":2: has 5 cells for 4 columns");
        disk.write(TABLE, "");
        assertThat(run().unreadable()).singleElement().asString().contains("the table is empty");
    }

    @Test
    void check_and_test_answer_with_exit_codes() {
        assertThat(RulesCheck.check(folder, RulesOnDisk.SANDBOX))
                .isEqualTo(new RulesCheck(0, java.util.List.of("3 rules, no problems")));
        assertThat(RulesCheck.test(folder, RulesOnDisk.SANDBOX).exitCode()).isZero();
        disk.write("risk/caps.drl", "package rules.risk.caps\n");
        assertThat(RulesCheck.check(folder, RulesOnDisk.SANDBOX).exitCode()).isEqualTo(1);
        assertThat(RulesCheck.test(folder, RulesOnDisk.SANDBOX).exitCode()).isEqualTo(1);
        assertThat(RulesCheck.check(folder.resolve("none"), RulesOnDisk.SANDBOX).exitCode()).isEqualTo(2);
        assertThat(RulesCheck.test(folder.resolve("none"), RulesOnDisk.SANDBOX).exitCode()).isEqualTo(2);
    }
}
