package org.portcullis.market.domain.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.DisplacementSettings;

@DisplayName("S0-11 displacement: body above half the range")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DisplacementTest {

    private static final Displacement BODY = new Displacement(PoolScene.BODY_ONLY);

    @Test
    void a_body_of_half_the_range_is_none_and_one_tick_more_is_one() {
        assertThat(BODY.holds(bar(100, 102, 98, 102), 1)).isFalse();
        assertThat(BODY.holds(bar(99.99, 102, 98, 102), 1)).isTrue();
        assertThat(BODY.holds(bar(100, 102, 98, 98), -1)).isFalse();
        assertThat(BODY.holds(bar(100.01, 102, 98, 98), -1)).isTrue();
    }

    @Test
    void a_bar_without_range_is_none() {
        assertThat(BODY.holds(bar(100, 100, 100, 100), 1)).isFalse();
        assertThat(BODY.holds(bar(100, 100, 100, 100), -1)).isFalse();
        Displacement anyBody = new Displacement(new DisplacementSettings(-1, false, 0, 0, false, 0, false, 0));
        assertThat(anyBody.holds(bar(100, 100, 100, 100), 1)).isFalse();
    }

    @Test
    void a_body_against_the_direction_is_none() {
        assertThat(BODY.holds(bar(98, 102, 98, 102), -1)).isFalse();
        assertThat(BODY.holds(bar(102, 102, 98, 98), 1)).isFalse();
    }

    @Test
    void asked_for_size_a_body_of_so_many_ranges_or_so_unusual_will_do() {
        Displacement large = new Displacement(new DisplacementSettings(0.5, true, 1.2, 2, false, 0.25, false, 1.2));
        assertThat(large.holds(bar(100, 101.2, 100, 101.2, 1.99, 1), 1)).isTrue();
        assertThat(large.holds(bar(100, 101.19, 100, 101.19, 1.99, 1), 1)).isFalse();
        assertThat(large.holds(bar(100, 101.19, 100, 101.19, 2, 1), 1)).isTrue();
        assertThat(large.holds(bar(100, 101.19, 100, 101.19, Double.NaN, 1), 1)).isFalse();
    }

    @Test
    void asked_for_the_close_it_must_lie_in_the_last_quarter() {
        Displacement closing = new Displacement(new DisplacementSettings(0.5, false, 1.2, 2, true, 0.25, false, 1.2));
        assertThat(closing.holds(bar(100, 104, 100, 103), 1)).isTrue();
        assertThat(closing.holds(bar(100, 104, 100, 102.99), 1)).isFalse();
        assertThat(closing.holds(bar(104, 104, 100, 101), -1)).isTrue();
        assertThat(closing.holds(bar(104, 104, 100, 101.01), -1)).isFalse();
    }

    @Test
    void asked_for_volume_it_must_be_high_where_it_is_told() {
        Displacement loud = new Displacement(new DisplacementSettings(0.5, false, 1.2, 2, false, 0.25, true, 1.2));
        assertThat(loud.holds(bar(100, 101, 100, 101, 0, 1.2), 1)).isTrue();
        assertThat(loud.holds(bar(100, 101, 100, 101, 0, 1.19), 1)).isFalse();
        assertThat(loud.holds(bar(100, 101, 100, 101, 0, Double.NaN), 1)).isTrue();
    }

    private static PoolBar bar(double open, double high, double low, double close) {
        return bar(open, high, low, close, 0, 1);
    }

    private static PoolBar bar(double open, double high, double low, double close, double bodyZ, double volumeRatio) {
        return new PoolBar(0, open, high, low, close, 1, bodyZ, volumeRatio, 0, 0, Double.NaN);
    }
}
