package org.portcullis.risk.domain.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FeesTest {

    private static final Percent MAKER = Percent.ofBasisPoints(40);
    private static final Percent TAKER = Percent.ofBasisPoints(60);
    private static final int AMOUNTS = 50_000;

    @Test
    @DisplayName("S2-REQ-X3: 40 and 60 basis points of 1000, and what they leave")
    void forty_and_sixty_basis_points_of_a_thousand() {
        assertThat(Fees.estimateFee(Money.of("1000"), MAKER)).isEqualTo(Money.of("4"));
        assertThat(Fees.estimateFee(Money.of("1000"), TAKER)).isEqualTo(Money.of("6"));
        assertThat(Fees.sizeAfterFees(Money.of("1000"), TAKER)).isEqualTo(Money.of("994"));
        assertThat(Fees.sizeToAchieveNet(Money.of("994"), TAKER)).isEqualTo(Money.of("1000"));
        assertThat(Fees.sizeToAchieveNet(Money.of("1000"), TAKER)).isEqualTo(Money.of("1006.03621731"));
    }

    @Test
    @DisplayName("S2-N1: the smallest gross amount leaves more than the minimum, one step less does not")
    void the_smallest_gross_amount_leaves_more_than_the_minimum() {
        Money gross = Fees.minGrossSize(Money.of("10"), TAKER);
        assertThat(gross).isEqualTo(Money.of("10.06036219"));
        assertThat(Fees.sizeAfterFees(gross, TAKER)).isGreaterThan(Money.of("10"));
        assertThat(Fees.sizeAfterFees(gross.minus(new Money(1)), TAKER)).isLessThanOrEqualTo(Money.of("10"));
        assertThat(Fees.minGrossSize(Money.ZERO, TAKER)).isEqualTo(Money.ZERO);
    }

    @Test
    @DisplayName("S2-REQ-X3: there and back again over 50,000 random amounts and fees")
    void there_and_back_again() {
        long seed = Long.getLong("seed", 40_60L);
        Random random = new Random(seed);
        for (int i = 0; i < AMOUNTS; i++) {
            Money amount = new Money(random.nextLong(1, 1L << (1 + random.nextInt(55))));
            Percent fee = new Percent(random.nextLong(0, random.nextBoolean() ? 100_000_000L : 9_999_999_999L));
            String what = "seed " + seed + ": " + amount + " at " + fee + " %";
            assertThat(Fees.estimateFee(amount, fee).plus(Fees.sizeAfterFees(amount, fee))).as(what).isEqualTo(amount);
            Money gross = Fees.sizeToAchieveNet(amount, fee);
            if (gross.e8() < Long.MAX_VALUE) {
                assertThat(Fees.sizeAfterFees(gross, fee)).as(what).isGreaterThanOrEqualTo(amount);
                assertThat(Fees.sizeAfterFees(gross.minus(new Money(1)), fee)).as(what).isLessThan(amount);
            }
            Money back = Fees.sizeToAchieveNet(Fees.sizeAfterFees(amount, fee), fee);
            assertThat(back).as(what).isLessThanOrEqualTo(amount);
            assertThat(Fees.sizeAfterFees(back, fee)).as(what).isEqualTo(Fees.sizeAfterFees(amount, fee));
        }
    }

    @Test
    void a_fee_of_everything_and_a_negative_one_are_refused() {
        assertThatThrownBy(() -> Fees.sizeToAchieveNet(Money.of("1"), Percent.of("100")))
                .hasMessageContaining("cannot be worked out");
        assertThatThrownBy(() -> Fees.estimateFee(Money.of("1"), Percent.of("-0.1")))
                .hasMessageContaining("cannot be worked out");
        assertThat(Fees.sizeToAchieveNet(new Money(Long.MAX_VALUE), TAKER)).isEqualTo(new Money(Long.MAX_VALUE));
    }
}
