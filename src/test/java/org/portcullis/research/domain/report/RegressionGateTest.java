package org.portcullis.research.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.kernel.Percent;
import org.portcullis.research.ReportComparison;

/** Each key on the limit and one step over it. */
@DisplayName("S2-REQ-BT3 the regression gate")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegressionGateTest {

    private static ReportedKeys keys(String name, String value) {
        Map<String, BigDecimal> keys = new HashMap<>();
        ReportedKeys.KEYS.forEach(key -> keys.put(key, BigDecimal.ONE));
        keys.put(name, value.equals("none") ? null : new BigDecimal(value));
        return new ReportedKeys(Map.of("data_hash", "aa", "rules_version", "1"), keys);
    }

    private static ReportComparison compare(String name, String baseline, String now, String tolerance) {
        return new RegressionGate(keys(name, baseline), keys(name, now)).within(Percent.of(tolerance));
    }

    @ParameterizedTest
    @CsvSource({"total_trades,100,102", "total_trades,100,98", "win_rate,0.5,0.51", "win_rate,0.5,0.49",
        "total_pnl_pct,-10,-10.2", "total_pnl_pct,-10,-9.8", "max_drawdown_pct,12.5,12.75", "profit_factor,1.5,1.47"})
    void a_key_exactly_at_the_tolerance_passes_up_and_down(String key, String baseline, String now) {
        assertThat(compare(key, baseline, now, "2").passed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"total_trades,100,103", "total_trades,100,97", "win_rate,0.5,0.51000001", "win_rate,0.5,0.48999999",
        "total_pnl_pct,-10,-10.20000001", "total_pnl_pct,-10,-9.79999999", "total_pnl_pct,10,-10",
        "max_drawdown_pct,12.5,12.75000001", "profit_factor,1.5,1.46999999"})
    void one_step_over_it_fails_and_names_that_key_alone(String key, String baseline, String now) {
        ReportComparison comparison = compare(key, baseline, now, "2");
        assertThat(comparison.passed()).isFalse();
        assertThat(comparison.failed()).isEqualTo(key);
    }

    @Test
    void a_baseline_of_zero_lets_nothing_differ() {
        assertThat(compare("total_trades", "0", "0", "2").passed()).isTrue();
        assertThat(compare("total_pnl_pct", "0", "0.00000000", "2").passed()).isTrue();
        assertThat(compare("total_pnl_pct", "0", "0.00000001", "100").passed()).isFalse();
        assertThat(compare("total_pnl_pct", "0", "1", "100").keys().get(2).change()).isNull();
    }

    @Test
    void no_number_agrees_with_no_number_only() {
        assertThat(compare("profit_factor", "none", "none", "0").passed()).isTrue();
        assertThat(compare("profit_factor", "none", "1", "100").failed()).isEqualTo("profit_factor");
        assertThat(compare("profit_factor", "1", "none", "100").failed()).isEqualTo("profit_factor");
    }

    @Test
    void no_tolerance_lets_equal_reports_pass() {
        assertThat(compare("win_rate", "0.5", "0.50", "0").passed()).isTrue();
        assertThat(compare("win_rate", "0.5", "0.50000001", "0").passed()).isFalse();
    }

    @Test
    void a_change_is_relative_and_signed() {
        assertThat(compare("total_pnl_pct", "-10", "-5", "2").keys().get(2).change()).isEqualByComparingTo("50");
        assertThat(compare("total_pnl_pct", "3", "2", "2").keys().get(2).change()).isEqualByComparingTo("-33.3333");
    }

    @Test
    void a_negative_tolerance_is_refused() {
        assertThatThrownBy(() -> compare("win_rate", "1", "1", "-0.1")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zero or more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed", "data_hash", "from_ms", "to_ms", "symbols", "strategies", "cash", "cost_model",
        "approvals"})
    void each_term_that_differs_makes_it_another_run(String term) {
        Map<String, BigDecimal> same = keys("win_rate", "1").keys();
        RegressionGate gate = new RegressionGate(new ReportedKeys(Map.of(term, "a"), same),
                new ReportedKeys(Map.of(term, "b"), same));
        assertThat(gate.terms()).singleElement().hasToString(term + " (b, not a)");
        RegressionGate absent = new RegressionGate(new ReportedKeys(Map.of(), same),
                new ReportedKeys(Map.of(term, "b"), same));
        assertThat(absent.terms()).singleElement().hasToString(term + " (b, not none)");
    }

    @Test
    void other_rules_are_what_is_compared_and_are_named() {
        Map<String, BigDecimal> same = keys("win_rate", "1").keys();
        RegressionGate gate = new RegressionGate(new ReportedKeys(Map.of("rules_version", "1"), same),
                new ReportedKeys(Map.of("rules_version", "2"), same));
        assertThat(gate.terms()).isEmpty();
        assertThat(gate.within(Percent.of("2")).different()).containsExactly(
                new ReportComparison.Difference("rules_version", "1", "2"));
    }
}
