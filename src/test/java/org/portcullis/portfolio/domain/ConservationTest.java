package org.portcullis.portfolio.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.portfolio.domain.Position.Change;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConservationTest {

    private static final int FILLS = 100_000;
    private static final Money INITIAL = Money.of("1000000000");

    @Test
    @DisplayName("S2-PNL1: 100,000 random fills conserve money to the last unit, and a flat position leaves no crumbs")
    void random_fills_conserve_money_to_the_last_unit() {
        long seed = Long.getLong("seed", 20261121L);
        Random random = new Random(seed);
        Money cash = INITIAL;
        Money realised = Money.ZERO;
        BigInteger paid = BigInteger.ZERO;
        int closed = 0;
        Position position = Position.FLAT;
        for (int fill = 0; fill < FILLS; fill++) {
            long multiplierE8 = FixedPoint.ONE;
            Price price = new Price(1 + (long) (Math.exp(random.nextDouble() * 30)));
            boolean buy = position.quantity().isZero()
                    || random.nextInt(5) < 2 && position.cost().e8() < INITIAL.e8() / 4;
            Quantity quantity = buy ? new Quantity(1 + (long) (Math.exp(random.nextDouble() * 22)))
                    : part(random, position.quantity());
            Money worth = price.times(quantity, multiplierE8);
            if (buy && worth.e8() > INITIAL.e8() / 8) {
                fill--; // too large to be a fill of this account; draw again
                continue;
            }
            Money fee = worth.share(Percent.ofBasisPoints(random.nextInt(80) - 10), RoundingMode.HALF_UP);
            Change change = buy ? position.bought(quantity, worth, fee) : position.sold(quantity, worth, fee);
            cash = cash.plus(change.cash());
            realised = realised.plus(change.realised());
            position = change.after();
            paid = paid.add(BigInteger.valueOf((buy ? worth.negated() : worth).minus(fee).e8()));
            closed += position.quantity().isZero() ? 1 : 0;
            Conservation held = new Conservation(INITIAL, realised, cash, position.cost(), position.entryFees());
            assertThat(held.difference()).as("seed %s fill %s: %s", seed, fill, held).isEqualTo(Money.ZERO);
            if (position.quantity().isZero()) {
                // independent of the position's arithmetic: flat, profit is what came in less what went out
                assertThat(BigInteger.valueOf(realised.e8())).as("seed %s fill %s", seed, fill).isEqualTo(paid);
            }
            if (cash.e8() < INITIAL.e8() / 2 || cash.e8() > 4 * INITIAL.e8()) {
                cash = INITIAL;
                realised = Money.ZERO;
                paid = BigInteger.ZERO;
                position = Position.FLAT;
            }
        }
        assertThat(closed).as("seed %s closes positions", seed).isGreaterThan(1000);
    }

    @Test
    void one_unit_from_nowhere_is_noticed_with_all_amounts() {
        new Conservation(Money.of("10"), Money.of("1"), Money.of("5"), Money.of("5.9"), Money.of("0.1")).hold("a");
        Conservation broken = new Conservation(Money.of("10"), Money.of("1"), Money.of("5"), Money.of("5.9"),
                Money.of("0.09999999"));
        assertThatThrownBy(() -> broken.hold("paper-main")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("paper-main").hasMessageContaining("0.00000001");
    }

    private static Quantity part(Random random, Quantity held) {
        if (random.nextInt(4) == 0) {
            return held;
        }
        return new Quantity(1 + (long) (random.nextDouble() * (held.e8() - 1)));
    }
}
