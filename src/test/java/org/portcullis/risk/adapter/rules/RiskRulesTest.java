package org.portcullis.risk.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.rules.CaseReport;
import org.portcullis.engine.rules.RuleCases;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.risk.MandatoryCheck;
import org.portcullis.risk.RiskRules;
import org.portcullis.strategy.Intent;

/** The shipped rules beside their case tables. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RiskRulesTest {

    private static RiskRules rules;

    @BeforeAll
    static void compile() {
        rules = RiskRules.shipped();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    @Test
    @DisplayName("S2-REQ-E1 S1-16 S1-19 S3-14 S2-REQ-ST1 S1-25 S2-REQ-CD1 S0-06 S0-07 S2-CB3 S2-REQ-DD1 S4-M10 S3-15 "
            + "S3-16 S2-AT1 S2-PR1 B-E7: "
            + "every case on and over a limit")
    void every_case_ends_as_written_and_every_rule_fires_and_stays_silent() {
        CaseReport report = RuleCases.run(rules.library(), rules.folder());
        assertThat(report.unreadable()).isEmpty();
        assertThat(report.cases()).filteredOn(outcome -> !outcome.passed()).isEmpty();
        assertThat(report.uncovered()).isEmpty();
        assertThat(report.cases()).hasSizeGreaterThan(50);
    }

    @Test
    @DisplayName("SX-03: the gates are asked in their fixed order and each has a file")
    void every_gate_has_a_file() {
        assertThat(rules.base().rules().stream().map(RuleText::agendaGroup).distinct())
                .filteredOn(group -> !group.startsWith(RuleGates.SIZING) && !RuleGates.ELSEWHERE.contains(group))
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(RuleGates.GATES));
    }

    @Test
    @DisplayName("SX-03: kill, mode, breakers, data, universe, strategy caps, global caps, sizing, fees and minimum, "
            + "book check, approval; then the gateway asks for every mandatory check once more")
    void the_order_of_the_gates_is_fixed() {
        assertThat(RuleGates.GATES).containsExactly("risk.kill", "risk.mode", "risk.breakers", "risk.data",
                "risk.quotes", "risk.universe", "risk.direction", "risk.budget", "risk.confidence", "risk.caps",
                "risk.rotation", "risk.exposure", "risk.orders", "risk.repeats", "risk.funds", "risk.book",
                "risk.reconcile", "risk.cooldown", "risk.loss", "risk.gating");
        List<String> asked = MandatoryCheck.always(Intent.ENTER);
        assertThat(asked).contains("kill.off", "mode.sends-orders", "breakers.open", "mark.age", "quote.age",
                "universe.known", "universe.banned", "universe.out", "universe.age", "exposure.strategy",
                "exposure.total", "minimum.net", "cash.cost", "book.known", "book.spread", "book.depth",
                "book.slippage");
        assertThat(MandatoryCheck.missing(Intent.ENTER, true, false, List.of())).containsAll(asked);
    }

    @Test
    void the_folder_lies_in_the_checkout() {
        assertThat(rules.folder().resolve("risk/caps.drl")).isRegularFile();
        assertThat(Path.of("rules")).isDirectory();
    }
}
