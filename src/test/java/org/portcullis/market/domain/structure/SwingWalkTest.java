package org.portcullis.market.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayName("S3-08 swing points")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SwingWalkTest {

    /** Bars of height one, told as their lows, and swings of two bars: a swing stands two bars before its telling. */
    private static List<String> told(boolean bothCountsAsHigh, double... lows) {
        return told(bothCountsAsHigh, Arrays.stream(lows).map(low -> low + 1).toArray(), lows);
    }

    private static List<String> told(boolean bothCountsAsHigh, double[] highs, double[] lows) {
        RecentBars recent = new RecentBars(6);
        SwingWalk walk = new SwingWalk(2, recent, bothCountsAsHigh);
        List<String> told = new ArrayList<>();
        for (int i = 0; i < lows.length; i++) {
            recent.push(highs[i], lows[i], 1);
            int type = walk.push(highs[i], lows[i]);
            if (type != 0) {
                assertThat(walk.position()).isEqualTo(i - 2);
                told.add((type > 0 ? "high " : "low ") + walk.position() + (walk.replaces() ? " replaces" : ""));
            }
        }
        return told;
    }

    @Test
    void a_swing_is_told_when_enough_bars_have_passed_and_not_before() {
        assertThat(told(true, 1, 2, 3, 9, 5)).isEmpty();
        assertThat(told(true, 1, 2, 3, 9, 5, 4)).containsExactly("high 3");
    }

    @Test
    void the_first_bars_are_never_swings() {
        assertThat(told(true, 1, 2, 9, 3, 4, 3, 4)).doesNotContain("high 2");
        assertThat(told(true, 1, 2, 9)).isEmpty();
    }

    @Test
    void a_higher_high_replaces_the_one_before_it_and_a_lower_one_does_not() {
        assertThat(told(true, 1, 2, 3, 9, 5, 6, 7, 10, 6, 5)).containsExactly("high 3", "low 4", "high 7");
        // ever lower lows are no swing lows, so that the highs stand in a row
        double[] highs = {1, 2, 3, 9, 5, 6, 10, 5, 4, 8, 3, 2, 1};
        double[] lows = {0, -1, -2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12};
        assertThat(told(true, highs, lows)).containsExactly("high 3", "high 6 replaces");
    }

    @Test
    void of_equal_highs_the_first_counts() {
        assertThat(told(true, 1, 2, 3, 9, 9, 9, 5, 4)).containsExactly("high 3");
    }

    @Test
    void prices_that_never_change_are_one_swing_for_the_library_and_none_for_us() {
        assertThat(told(true, 5, 5, 5, 5, 5, 5, 5, 5, 5)).containsExactly("high 3");
        assertThat(told(false, 5, 5, 5, 5, 5, 5, 5, 5, 5)).isEmpty();
    }
}
