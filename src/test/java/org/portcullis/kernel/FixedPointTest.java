package org.portcullis.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FixedPointTest {

    private static final int CASES = 20_000;

    @Test
    void reads_and_writes_every_decimal_that_fits() {
        long seed = Long.getLong("seed", 1L);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            long e8 = random.nextLong() >> random.nextInt(64);
            assertThat(FixedPoint.parse(FixedPoint.format(e8))).as("seed %d, case %d", seed, i).isEqualTo(e8);
        }
    }

    @Test
    void a_number_is_written_as_a_plain_decimal_without_trailing_zeros() {
        long seed = Long.getLong("seed", 1L);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            long e8 = i == 0 ? Long.MIN_VALUE : i == 1 ? Long.MAX_VALUE : random.nextLong() >> random.nextInt(64);
            String plain = e8 == 0 ? "0" : BigDecimal.valueOf(e8, 8).stripTrailingZeros().toPlainString();
            assertThat(FixedPoint.format(e8)).as("seed %d, case %d", seed, i).isEqualTo(plain);
        }
    }

    @Test
    void what_does_not_fit_is_capped_and_all_else_exact() {
        long seed = Long.getLong("seed", 1L);
        SplittableRandom random = new SplittableRandom(seed);
        BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
        int capped = 0;
        for (int i = 0; i < CASES * 5; i++) {
            long a = random.nextLong() >>> 1 + random.nextInt(63);
            long b = random.nextLong() >>> 1 + random.nextInt(63);
            long c = Math.max(1, random.nextLong() >>> 1 + random.nextInt(63));
            BigInteger[] exact = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b))
                    .divideAndRemainder(BigInteger.valueOf(c));
            BigInteger up = exact[1].signum() > 0 ? exact[0].add(BigInteger.ONE) : exact[0];
            String what = "seed " + seed + ": " + a + " * " + b + " / " + c;
            assertThat(FixedPoint.multiplyDivideCapped(a, b, c, RoundingMode.FLOOR)).as(what)
                    .isEqualTo(exact[0].min(most).longValueExact());
            assertThat(FixedPoint.multiplyDivideCapped(a, b, c, RoundingMode.CEILING)).as(what)
                    .isEqualTo(up.min(most).longValueExact());
            capped += exact[0].compareTo(most) > 0 ? 1 : 0;
        }
        assertThat(capped).isBetween(CASES / 2, CASES * 4);
        assertThat(FixedPoint.multiplyDivideCapped(Long.MAX_VALUE, 2, 2, RoundingMode.CEILING))
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void the_eighth_decimal_is_read_and_the_ninth_refused() {
        assertThat(FixedPoint.parse("0.00000001")).isEqualTo(1);
        assertThat(FixedPoint.parse("1.000000000")).isEqualTo(FixedPoint.ONE);
        assertThatThrownBy(() -> FixedPoint.parse("0.000000001")).isInstanceOf(NumberFormatException.class)
                .hasMessageContaining("8 decimals");
    }

    @Test
    void the_largest_number_is_read_and_one_more_refused() {
        assertThat(FixedPoint.parse("92233720368.54775807")).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> FixedPoint.parse("92233720368.54775808")).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> FixedPoint.parse("1e999999999")).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void multiply_and_divide_agree_with_exact_arithmetic_in_every_rounding() {
        long seed = Long.getLong("seed", 2L);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < CASES; i++) {
            long a = random.nextLong() >> random.nextInt(64);
            long b = random.nextLong() >> random.nextInt(64);
            long c = random.nextLong() >> random.nextInt(64);
            RoundingMode rounding = RoundingMode.values()[random.nextInt(7)];
            if (c == 0) {
                continue;
            }
            BigInteger exact = new BigDecimal(BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)))
                    .divide(BigDecimal.valueOf(c), 0, rounding).toBigIntegerExact();
            String which = "seed " + seed + ", case " + i + ": " + a + " * " + b + " / " + c + " " + rounding;
            if (exact.bitLength() > 63) {
                assertThatThrownBy(() -> FixedPoint.multiplyDivide(a, b, c, rounding)).as(which)
                        .isInstanceOf(ArithmeticException.class);
            } else {
                assertThat(FixedPoint.multiplyDivide(a, b, c, rounding)).as(which).isEqualTo(exact.longValueExact());
            }
        }
    }

    @Test
    void a_share_of_nothing_is_an_error_not_a_number() {
        assertThatThrownBy(() -> Money.of("1").of(Money.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void fifteen_percent_of_ten_thousand_is_fifteen_hundred() {
        assertThat(Money.of("10000").share(Percent.of("15"), RoundingMode.DOWN)).isEqualTo(Money.of("1500"));
        assertThat(Money.of("1500").of(Money.of("10000"))).isEqualTo(Percent.of("15"));
        assertThat(Percent.ofBasisPoints(40)).isEqualTo(Percent.of("0.4"));
    }
}
