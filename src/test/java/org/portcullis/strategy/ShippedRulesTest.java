package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.rules.CaseReport;
import org.portcullis.engine.rules.RuleCases;
import org.portcullis.engine.rules.RuleProblem;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedRulesTest {

    private static final CaseReport REPORT = RuleCases.run(MarketWalks.library(), Path.of("rules"));

    @Test
    @DisplayName("S2-REQ-O1 S2-REQ-S1 every scenario beside guard and trigger rules comes out as written")
    void every_scenario_comes_out_as_written() {
        List<CaseReport.CaseOutcome> ours = REPORT.cases().stream().filter(outcome -> ours(outcome.toString()))
                .toList();
        assertThat(ours).hasSizeGreaterThanOrEqualTo(190);
        assertThat(ours).allSatisfy(outcome -> assertThat(outcome.passed()).as(outcome.toString()).isTrue());
    }

    @Test
    void every_guard_and_trigger_fires_in_one_scenario_and_stays_silent_in_another() {
        assertThat(REPORT.uncovered().stream().map(RuleProblem::toString).filter(ShippedRulesTest::ours)).isEmpty();
        assertThat(REPORT.unreadable().stream().map(RuleProblem::toString).filter(ShippedRulesTest::ours)).isEmpty();
    }

    private static boolean ours(String text) {
        return text.contains("market/") || text.contains("strategy/");
    }
}
