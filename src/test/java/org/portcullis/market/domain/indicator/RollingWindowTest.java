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

    /** What comes before, and where in the ring the flat stretch begins, is drawn; the values fit no binary number. */
    @Test
    void a_window_of_values_all_alike_has_their_mean_and_no_deviation_whatever_came_before() {
        for (int round = 0; round < 500; round++) {
            Draw draw = new Draw(SEED + round);
            int window = 1 + (int) (draw.uniform() * 60);
            double level = round % 2 == 0 ? 0 : StrictMath.pow(10, draw.uniform() * 10 - 3);
            RollingSpread spread = new RollingSpread(window);
            RollingSum sum = new RollingSum(window);
            VolumeZ volume = new VolumeZ(window);
            LinearRegression line = new LinearRegression(Math.max(2, window));
            for (int i = (int) (draw.uniform() * 200); i > 0; i--) {
                double value = 1_000 * draw.uniform();
                spread.push(value);
                sum.push(value);
                volume.push(value);
                line.push(value);
            }
            for (int i = 1; i <= 3 * window; i++) {
                spread.push(level);
                sum.push(level);
                volume.push(level);
                line.push(level);
                if (i >= window) {
                    assertThat(new double[] {spread.mean(), spread.variance(), spread.zScore(level + 0.01)})
                            .as("seed %d, value %d", SEED + round, i).containsExactly(level, 0, 0);
                    assertThat(sum.sum()).isCloseTo(level * window, within(level * 1e-12));
                }
            }
            assertThat(spread.full() && sum.full()).isTrue();
            assertThat(volume.push(level + 0.01)).as("seed %d", SEED + round).isZero();
            assertThat(new double[] {line.slope(), line.rSquared(), line.end()}).containsExactly(0, 0, level);
        }
    }

    @Test
    void one_value_that_differs_is_enough_for_a_deviation() {
        RollingSpread spread = new RollingSpread(4);
        for (double value : new double[] {7, 7, 7, 7, 7, 8, 8, 8}) {
            spread.push(value);
        }
        assertThat(spread.deviation()).isCloseTo(Math.sqrt(3) / 4, within(1e-15));
        spread.push(8);
        assertThat(spread.deviation()).isZero();
        spread.push(7);
        assertThat(spread.deviation()).isCloseTo(Math.sqrt(3) / 4, within(1e-15));
    }

    @Test
    void indicators_of_flows_say_that_nothing_was_traded() {
        for (int round = 0; round < 500; round++) {
            Draw draw = new Draw(SEED + round);
            Cmf flow = new Cmf(20);
            Mfi index = new Mfi(20);
            RollingVwap price = new RollingVwap(20);
            double[] last = new double[3];
            for (int i = (int) (draw.uniform() * 100) + 20; i > -20; i--) {
                double middle = 100 + draw.uniform();
                double volume = i > 0 ? 1_000 * draw.uniform() : 0;
                last[0] = flow.push(middle + draw.uniform(), middle - draw.uniform(), middle, volume);
                last[1] = index.push(middle + 1, middle - 1, middle, volume);
                last[2] = price.push(i, volume);
            }
            assertThat(last).as("seed %d", SEED + round).containsExactly(0, 100, -19);
        }
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
