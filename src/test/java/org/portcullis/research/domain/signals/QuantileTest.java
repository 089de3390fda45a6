package org.portcullis.research.domain.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Quantiles without sorting, and counted ones, beside those of a sorted list. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class QuantileTest {

    /** A price so large that its moves are no rounder than they are drawn. */
    private static final long FROM = 1_000_000_000_000L;

    @Test
    void of_numbers_in_any_order() {
        assertThat(Quantile.of(new double[] {3, 1, 2, 99}, 0, 3, 0.5)).isEqualTo(2);
        assertThat(Quantile.of(new double[] {99, 4, 1, 2, 3, -99}, 1, 4, 0.5)).isEqualTo(2.5);
        assertThat(Quantile.of(new double[] {0, 10, 20, 30, 40}, 0, 5, 0.1)).isCloseTo(4, within(1e-12));
        assertThat(Quantile.of(new double[] {7}, 0, 1, 0.9)).isEqualTo(7);
        assertThat(Quantile.of(new double[0], 0, 0, 0.5)).isNaN();
    }

    @Test
    void are_those_of_the_sorted_list() {
        long seed = Long.getLong("seed", 20_261_121L);
        Random dice = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            double[] values = dice.doubles(1 + dice.nextInt(60)).map(value -> dice.nextBoolean() ? value
                    : Math.rint(value * 4)).toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double share = dice.nextDouble();
            double place = share * (sorted.length - 1);
            int lower = (int) place;
            double upper = sorted[Math.min(sorted.length - 1, lower + 1)];
            assertThat(Quantile.of(values, 0, values.length, share)).as("seed %d", seed)
                    .isEqualTo(sorted[lower] + (place - lower) * (upper - sorted[lower]));
        }
    }

    @Test
    void counted_medians_are_off_by_less_than_a_two_thousandth_of_themselves() {
        long seed = Long.getLong("seed", 20_261_121L);
        Random dice = new Random(seed);
        MoveCounts counts = new MoveCounts();
        for (int round = 0; round < 200; round++) {
            counts.clear();
            double scale = Math.pow(10, dice.nextInt(8) - 5);
            double shift = dice.nextGaussian() * scale;
            double[] moves = dice.doubles(1 + dice.nextInt(300)).map(value -> dice.nextInt(20) == 0 ? 0
                    : (value - 0.5) * scale + shift).toArray();
            for (int i = 0; i < moves.length; i++) {
                double[] prices = {FROM, FROM + Math.round(FROM * moves[i] / 100)};
                moves[i] = BarPath.pct(prices[0], prices[1]);
                counts.add(prices, 0, prices.length, 1);
            }
            double[] sorted = moves.clone();
            Arrays.sort(sorted);
            double low = sorted[(sorted.length - 1) / 2];
            double high = sorted[sorted.length / 2];
            UsualMove found = counts.figures();
            assertThat(found.median()).as("seed %d", seed)
                    .isCloseTo((low + high) / 2, within((Math.abs(low) + Math.abs(high)) * 0.0003 / 2 + 3e-7));
            assertThat(found.mean()).isCloseTo(Arrays.stream(moves).sum() / moves.length, within(1e-9));
            assertThat(found.up()).isEqualTo(Arrays.stream(moves).filter(move -> move >= 2.4e-7).count());
        }
    }
}
