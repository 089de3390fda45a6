package org.portcullis.market.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.domain.Draw;

/** The windows that move in constant time against windows that are counted anew. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RollingWindowTest {

    private static final long SEED = Long.getLong("seed", 20_261_121L);

    @Test
    void moving_mean_and_deviation_equal_those_counted_anew() {
        for (int round = 0; round < 200; round++) {
            Draw draw = new Draw(SEED + round);
            int window = 2 + (int) (draw.uniform() * 30);
            double level = StrictMath.pow(10, draw.uniform() * 10 - 3);
            double[] values = new double[300];
            RollingSpread spread = new RollingSpread(window);
            for (int i = 0; i < values.length; i++) {
                values[i] = level * (1 + 0.01 * draw.fatTailed());
                spread.push(values[i]);
                double[] held = Arrays.copyOfRange(values, Math.max(0, i + 1 - window), i + 1);
                double mean = Arrays.stream(held).average().orElseThrow();
                double deviation = Math.sqrt(Arrays.stream(held).map(v -> (v - mean) * (v - mean)).average()
                        .orElseThrow());
                String where = "seed " + (SEED + round) + ", value " + i;
                assertThat(spread.mean()).as(where).isCloseTo(mean, within(level * 1e-12));
                assertThat(spread.deviation()).as(where).isCloseTo(deviation, within(level * 1e-9));
            }
        }
    }

    @Test
    void moving_maximum_equals_the_one_searched_anew() {
        for (int round = 0; round < 200; round++) {
            Draw draw = new Draw(SEED + round);
            int window = 1 + (int) (draw.uniform() * 25);
            double[] values = new double[300];
            RollingExtreme extreme = new RollingExtreme(window);
            for (int i = 0; i < values.length; i++) {
                // few distinct values, so that ties are met
                values[i] = Math.floor(draw.uniform() * 12);
                extreme.push(values[i]);
                double largest = Arrays.stream(values, Math.max(0, i + 1 - window), i + 1).max().orElseThrow();
                assertThat(extreme.largest()).as("seed %d, value %d", SEED + round, i).isEqualTo(largest);
                assertThat(extreme.full()).isEqualTo(i + 1 >= window);
            }
        }
    }

    @Test
    void values_that_are_all_alike_lie_no_deviation_from_their_mean() {
        RollingSpread spread = new RollingSpread(20);
        for (int i = 0; i < 50; i++) {
            spread.push(96_466.11);
        }
        assertThat(spread.zScore(96_466.11)).isZero();
    }

    @Test
    void one_huge_value_leaves_no_trace_after_it_has_left_the_window() {
        RollingSpread spread = new RollingSpread(20);
        for (int i = 0; i < 100; i++) {
            spread.push(i == 30 ? 1e12 : 1 + i % 2);
        }
        assertThat(spread.mean()).isCloseTo(1.5, within(1e-12));
        assertThat(spread.deviation()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void a_look_back_gives_nothing_until_it_reaches_far_enough() {
        Lookback lookback = new Lookback(2);
        assertThat(lookback.push(1)).isNaN();
        assertThat(lookback.push(2)).isNaN();
        assertThat(lookback.push(3)).isEqualTo(1);
        assertThat(lookback.push(4)).isEqualTo(2);
    }

    @Test
    void relative_strength_is_full_without_losses_and_none_without_gains() {
        WilderRsi rising = new WilderRsi(3);
        WilderRsi falling = new WilderRsi(3);
        double up = Double.NaN;
        double down = Double.NaN;
        for (int i = 1; i < 10; i++) {
            up = rising.push(i);
            down = falling.push(-i);
        }
        assertThat(up).isEqualTo(100);
        assertThat(down).isZero();
    }
}
