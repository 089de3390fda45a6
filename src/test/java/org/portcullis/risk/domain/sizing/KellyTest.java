package org.portcullis.risk.domain.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.risk.TrackRecord.Closed;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KellyTest {

    private static final long Z = FixedPoint.parse("1.645");
    private static final KellyLimits LIMITS = new KellyLimits(30, Percent.of("0.25"), Z, Percent.of("25"),
            Percent.of("0.5"), Percent.of("2"), Percent.of("0.25"));

    @Test
    @DisplayName("S3-13: 27 of 60 won gives 0.3488, at two to one 0.0232, a quarter of it 0.58 %")
    void the_worked_example() {
        long low = Kelly.winChanceLowE8(27, 60, Z);
        assertThat(low).isBetween(FixedPoint.parse("0.34875"), FixedPoint.parse("0.34885"));
        StrategyEdge edge = StrategyEdge.of(closed(60, 27, "54", "33"), LIMITS);
        assertThat(edge.kellyPct().e8()).isBetween(FixedPoint.parse("2.315"), FixedPoint.parse("2.325"));
        assertThat(edge.riskPct().e8()).isBetween(FixedPoint.parse("0.575"), FixedPoint.parse("0.585"));
    }

    @Test
    @DisplayName("S3-13: 0.45 at two to one is 0.175; 0.33 is below zero, so zero")
    void the_plain_fraction() {
        assertThat(Kelly.fractionE8(FixedPoint.parse("0.45"), Money.of("2"), Money.of("1")))
                .isEqualTo(FixedPoint.parse("0.175"));
        assertThat(Kelly.fractionE8(FixedPoint.parse("0.33"), Money.of("2"), Money.of("1"))).isZero();
        assertThat(Kelly.fractionE8(FixedPoint.parse("0.6"), Money.of("2"), Money.ZERO))
                .isEqualTo(FixedPoint.parse("0.6"));
        assertThat(Kelly.fractionE8(FixedPoint.ONE, Money.ZERO, Money.of("1"))).isZero();
    }

    @Test
    @DisplayName("S3-13: below 30 trades a fixed share, from 30 on the record, between 0.5 and 2 %")
    void a_record_counts_from_its_thirtieth_trade_and_is_clipped() {
        assertThat(StrategyEdge.of(Closed.NONE, LIMITS).riskPct()).isEqualTo(Percent.of("0.25"));
        assertThat(StrategyEdge.of(closed(29, 29, "100", "0"), LIMITS).riskPct()).isEqualTo(Percent.of("0.25"));
        assertThat(StrategyEdge.of(closed(30, 30, "100", "0"), LIMITS).riskPct()).isEqualTo(Percent.of("2"));
        // 0.3488 at 1.9 to one is 0.6 % of Kelly: a quarter of it is raised to the least share
        assertThat(StrategyEdge.of(closed(60, 27, "51.3", "33"), LIMITS).riskPct()).isEqualTo(Percent.of("0.5"));
        assertThat(StrategyEdge.of(closed(60, 27, "27", "33"), LIMITS).riskPct()).isEqualTo(Percent.of("0.25"));
        assertThat(StrategyEdge.of(closed(40, 0, "0", "40"), LIMITS).riskPct()).isEqualTo(Percent.of("0.25"));
    }

    @Test
    @DisplayName("S3-13: the lower bound agrees with plain floating point on every record up to 200 trades")
    void the_lower_bound_agrees_with_plain_floating_point() {
        for (int trades = 1; trades <= 200; trades++) {
            for (int wins = 0; wins <= trades; wins++) {
                double p = (double) wins / trades;
                double square = 1.645 * 1.645 / trades;
                double low = (p + square / 2 - 1.645 * Math.sqrt(p * (1 - p) / trades + square / trades / 4))
                        / (1 + square);
                assertThat(Kelly.winChanceLowE8(wins, trades, Z) / 1e8).as("%s of %s", wins, trades)
                        .isCloseTo(Math.max(0, low), within(2e-8)).isLessThanOrEqualTo(p);
            }
        }
    }

    @Test
    @DisplayName("S3-13: one more win never means less risk")
    void one_more_win_never_means_less_risk() {
        long seed = Long.getLong("seed", 1956L);
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            int trades = 30 + random.nextInt(300);
            int wins = random.nextInt(trades);
            Money each = new Money(1 + random.nextInt(1_000_000_000));
            Percent before = edge(trades, wins, each).riskPct();
            assertThat(edge(trades, wins + 1, each).riskPct()).as("seed %s: %s of %s", seed, wins, trades)
                    .isGreaterThanOrEqualTo(before);
        }
    }

    private static StrategyEdge edge(int trades, int wins, Money each) {
        return StrategyEdge.of(new Closed(trades, wins, new Money(each.e8() * 2 * wins),
                new Money(each.e8() * (trades - wins))), LIMITS);
    }

    private static Closed closed(int trades, int wins, String gained, String lost) {
        return new Closed(trades, wins, Money.of(gained), Money.of(lost));
    }

    @Test
    @DisplayName("S3-13: Kelly's fraction in whole numbers is the one in decimals, rounded down")
    void the_fraction_is_that_of_decimals_rounded_down() {
        Random random = new Random(20261121);
        for (int i = 0; i < 20_000; i++) {
            long chance = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextLong(FixedPoint.ONE + 1);
            long gain = 1 + (random.nextLong() >>> 1 + random.nextInt(62));
            long loss = random.nextLong() >>> 1 + random.nextInt(62);
            BigDecimal exact = BigDecimal.valueOf(chance).subtract(BigDecimal.valueOf(FixedPoint.ONE - chance)
                    .multiply(BigDecimal.valueOf(loss)).divide(BigDecimal.valueOf(gain), 60, RoundingMode.UP));
            assertThat(Kelly.fractionE8(chance, new Money(gain), new Money(loss)))
                    .as("chance %d, gain %d, loss %d", chance, gain, loss)
                    .isEqualTo(exact.max(BigDecimal.ZERO).setScale(0, RoundingMode.FLOOR).longValueExact());
        }
    }
}
