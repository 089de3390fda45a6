package org.portcullis.market.domain.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.Regime;
import org.portcullis.market.RegimeMeasures;

/** Entering and leaving regimes, on the shipped limits and one step over them. */
@DisplayName("S2-REQ-U3 regimes are entered at their limits and left at nearer ones")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegimeStateTest {

    private static final RegimeMeasures CALM = measures(100, 0, 10, 0, 0.5);
    private static final RegimeMeasures SHOCK = measures(100, 0, 10, -4, 0.5);

    private RegimeState state;

    @BeforeEach
    void begin() {
        state = new RegimeState(Paths.shipped());
    }

    @Test
    void the_first_known_bar_names_the_regime_at_once() {
        state.pass();
        assertThat(state.regime()).isEqualTo(Regime.UNKNOWN);
        assertThat(step(rising(20))).isEqualTo(Regime.BULL);
        assertThat(state.barsIn()).isEqualTo(1);
    }

    @Test
    void a_trend_is_entered_at_its_limit_and_left_one_step_below_80_percent_of_it() {
        assertThat(step(rising(19.99))).isEqualTo(Regime.CHOP);
        steps(CALM, 3);
        assertThat(step(rising(20))).isEqualTo(Regime.BULL);
        steps(rising(16), 20);
        assertThat(state.regime()).isEqualTo(Regime.BULL);
        assertThat(step(rising(15.99))).isEqualTo(Regime.CHOP);
        assertThat(step(rising(16))).as("to come back it needs the whole limit").isEqualTo(Regime.CHOP);
    }

    @Test
    void the_nearer_limits_hold_for_the_trend_in_force_only() {
        step(rising(20));
        steps(rising(20), 5);
        assertThat(step(falling(19.99))).isEqualTo(Regime.CHOP);
    }

    @Test
    void a_trend_turns_into_the_other_one_without_a_stop_between() {
        step(rising(20));
        steps(rising(20), 2);
        assertThat(step(falling(20))).isEqualTo(Regime.BEAR);
    }

    @Test
    void a_regime_lasts_three_bars() {
        step(rising(20));
        assertThat(step(CALM)).isEqualTo(Regime.BULL);
        assertThat(step(CALM)).isEqualTo(Regime.BULL);
        assertThat(step(CALM)).isEqualTo(Regime.CHOP);
    }

    @Test
    void a_crash_comes_at_once_even_after_one_bar() {
        step(rising(20));
        assertThat(step(SHOCK)).isEqualTo(Regime.CRASH);
    }

    @Test
    void a_crash_is_over_with_the_tenth_quiet_bar_in_a_row() {
        step(SHOCK);
        steps(CALM, 9);
        assertThat(state.regime()).isEqualTo(Regime.CRASH);
        assertThat(step(rising(20))).isEqualTo(Regime.BULL);
    }

    @Test
    void a_bar_on_the_limit_of_quiet_begins_the_count_anew() {
        for (RegimeMeasures loud : new RegimeMeasures[] {measures(100, 0, 10, -2, 0.5), measures(100, 0, 10, 0, 0.9),
            new RegimeMeasures(100, 100, 0, 10, 0, 0.5, 0, 0, true)}) {
            begin();
            step(SHOCK);
            steps(CALM, 9);
            assertThat(step(loud)).isEqualTo(Regime.CRASH);
            steps(measures(100, 0, 10, -1.99, 0.8999), 9);
            assertThat(state.regime()).isEqualTo(Regime.CRASH);
            assertThat(step(CALM)).isEqualTo(Regime.CHOP);
        }
    }

    @Test
    void a_crash_goes_before_a_falling_market() {
        assertThat(step(new RegimeMeasures(99, 100, -1, 30, 0.5, 0.5, -4, 0, false))).isEqualTo(Regime.CRASH);
    }

    @Test
    void what_is_no_number_is_refused_before_any_rule_sees_it() {
        assertThatThrownBy(() -> measures(Double.NaN, 0, 10, 0, 0.5)).hasMessageContaining("close NaN");
        assertThatThrownBy(() -> measures(100, 0, 10, Double.NEGATIVE_INFINITY, 0.5))
                .hasMessageContaining("shock -Infinity");
    }

    private Regime step(RegimeMeasures measures) {
        state.step(measures, new LimitsJudge());
        return state.regime();
    }

    private void steps(RegimeMeasures measures, int times) {
        for (int i = 0; i < times; i++) {
            step(measures);
        }
    }

    private static RegimeMeasures rising(double adx) {
        return measures(101, 1, adx, 0, 0.5);
    }

    private static RegimeMeasures falling(double adx) {
        return measures(99, -1, adx, 0, 0.5);
    }

    private static RegimeMeasures measures(double close, double slope, double adx, double shockZ, double rank) {
        return new RegimeMeasures(close, 100, slope, adx, 0, rank, shockZ, 0, false);
    }
}
