package org.portcullis.market.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.domain.Draw;
import org.portcullis.market.domain.Logarithm;

/** What is computed in a way that saves time says to the last bit what the plain way says. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FasterWindowTest {

    private static final long SEED = Long.getLong("seed", 20_261_121L);

    @Test
    void a_rank_equals_the_one_counted_over_all_values() {
        for (int round = 0; round < 60; round++) {
            Draw draw = new Draw(SEED + round);
            int window = 1 + (int) (StrictMath.pow(draw.uniform(), 3) * 1_500);
            DoubleSupplier source = source(round, draw);
            RollingRank rank = new RollingRank(window);
            double[] values = new double[3 * window + 200];
            for (int i = 0; i < values.length; i++) {
                values[i] = source.getAsDouble();
                int from = Math.max(0, i + 1 - window);
                int below = 0;
                int alike = 0;
                for (int j = from; j <= i; j++) {
                    below += values[j] < values[i] ? 1 : 0;
                    alike += values[j] == values[i] ? 1 : 0;
                }
                if (rank.push(values[i]) != (below + alike / 2.0) / (i + 1 - from)) {
                    throw new AssertionError("seed " + (SEED + round) + ", window " + window + ", value " + i + ": "
                            + values[i] + " has " + below + " below it and " + alike + " alike");
                }
            }
            assertThat(rank.full()).isTrue();
            assertThat(rank.size()).isEqualTo(window);
        }
    }

    /** A slow walk, noise, few values, mostly one of both zeros, an endless climb, and sudden levels. */
    private static DoubleSupplier source(int round, Draw draw) {
        double[] level = {1};
        return switch (round % 6) {
            case 0 -> () -> level[0] *= 1 + 0.02 * draw.fatTailed();
            case 1 -> () -> draw.normal() - 3;
            case 2 -> () -> Math.floor(draw.uniform() * 9 - 4) * 0.1;
            case 3 -> () -> draw.uniform() < 0.8 ? draw.uniform() < 0.5 ? 0.0 : -0.0 : draw.normal() * 1e-3;
            case 4 -> () -> level[0] += draw.uniform();
            default -> () -> {
                level[0] = draw.uniform() < 0.01 ? StrictMath.exp(20 * draw.normal()) : level[0];
                return level[0] * (1 + 1e-9 * draw.normal());
            };
        };
    }

    @Test
    void what_is_infinite_has_a_rank_too_and_what_is_no_number_has_none() {
        RollingRank rank = new RollingRank(40);
        for (int i = 0; i < 100; i++) {
            rank.push(i % 2 == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        assertThat(rank.push(Double.NaN)).isNaN();
        // it takes the place of one that is infinitely small, and so does the next
        assertThat(rank.push(0)).isEqualTo((19 + 1 / 2.0) / 40);
        assertThat(rank.push(0)).isEqualTo((19 + 2 / 2.0) / 40);
        assertThat(rank.push(Double.POSITIVE_INFINITY)).isEqualTo((20 + 20 / 2.0) / 40);
    }

    @Test
    void the_highest_price_of_a_window_equals_the_one_that_a_queue_of_candidates_gives() {
        for (int round = 0; round < 200; round++) {
            Draw draw = new Draw(SEED + round);
            int window = 1 + (int) (draw.uniform() * 40);
            RollingPeak peak = new RollingPeak(window);
            RollingExtreme queue = new RollingExtreme(window);
            assertThat(peak.largest()).isNaN();
            double price = 100;
            for (int i = 0; i < 400; i++) {
                price = Math.max(1, price + Math.floor(draw.normal() * 3));
                double pushed = round % 2 == 0 ? price : -price;
                peak.push(pushed);
                queue.push(pushed);
                assertThat(peak.largest()).as("seed %d, value %d", SEED + round, i).isEqualTo(queue.largest());
            }
        }
    }

    @Test
    void a_logarithm_has_the_bits_of_the_strict_one() {
        Draw draw = new Draw(SEED);
        for (int i = 0; i < 400_000; i++) {
            double spread = StrictMath.pow(2, -(i % 50));
            same(1 + spread * draw.normal());
            same(StrictMath.exp(draw.normal() * 300));
            same(Double.longBitsToDouble(Double.doubleToRawLongBits(draw.uniform()) * 0x9E3779B97F4A7C15L));
        }
        for (double edge : new double[] {0.0, -0.0, -1, 1, 2, 0.5, Double.MIN_VALUE, Double.MIN_NORMAL,
                Math.nextDown(Double.MIN_NORMAL), Double.MAX_VALUE, Double.NaN, Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY, Math.nextUp(1.0), Math.nextDown(1.0), 1 + 0x1p-20, 1 - 0x1p-20,
                StrictMath.sqrt(2), StrictMath.sqrt(0.5)}) {
            for (double near : new double[] {Math.nextDown(edge), edge, Math.nextUp(edge)}) {
                same(near);
            }
        }
        for (int power = -1_074; power < 1_024; power++) {
            same(StrictMath.scalb(1.0, power));
        }
    }

    private static void same(double number) {
        if (Double.doubleToLongBits(Logarithm.of(number)) != Double.doubleToLongBits(StrictMath.log(number))) {
            throw new AssertionError("seed " + SEED + ": the logarithm of " + number + " is " + StrictMath.log(number)
                    + ", not " + Logarithm.of(number));
        }
    }
}
