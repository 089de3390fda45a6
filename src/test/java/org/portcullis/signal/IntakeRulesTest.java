package org.portcullis.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.rules.CaseReport;
import org.portcullis.engine.rules.RuleCases;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.signal.adapter.rules.IntakeRuleBook;

/** The shipped intake rules beside their case table. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IntakeRulesTest {

    private static final SignalLimits LIMITS = new SignalLimits(30_000, 5_000, 1, 0, 1, 90_000, 16_384, 604_800_000L);

    @TempDir
    private Path folder;

    @Test
    @DisplayName("S4-01 B-D10: every intake rule fires and stays silent as its cases say")
    void every_case_ends_as_written() throws Exception {
        try (RuleLibrary library = shipped()) {
            CaseReport report = RuleCases.run(library, folder);
            assertThat(report.unreadable()).isEmpty();
            assertThat(report.cases()).filteredOn(outcome -> !outcome.passed()).isEmpty();
            assertThat(report.uncovered()).isEmpty();
            assertThat(report.cases()).hasSize(10);
        }
    }

    @Test
    void flags_come_in_one_order_and_any_thread_may_ask() throws Exception {
        try (RuleLibrary library = shipped()) {
            IntakeRules rules = new IntakeRuleBook(() -> library.base("signal"));
            SignalCheck everything = new SignalCheck(30_001, -30_001, 0, 1, 1.5);
            Stream.generate(() -> everything).limit(50).parallel().map(check -> rules.judge(check, LIMITS))
                    .forEach(flags -> assertThat(flags).extracting(SignalFlag::code).containsExactly(
                            SignalRefusal.INSTRUMENT_UNKNOWN, SignalRefusal.FEED_DELAYED, SignalRefusal.PRICE_AWAY,
                            SignalRefusal.SIGNAL_STALE));
        }
    }

    private RuleLibrary shipped() throws Exception {
        Path signal = Files.createDirectories(folder.resolve("signal"));
        for (String name : new String[] {"intake.drl", "intake.cases.csv"}) {
            Files.copy(Path.of("rules/signal").resolve(name), signal.resolve(name));
        }
        return RuleLibrary.open(folder, RuleSandbox.allowing("org.portcullis."));
    }
}
