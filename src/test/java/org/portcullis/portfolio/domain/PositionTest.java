package org.portcullis.portfolio.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.portfolio.domain.Position.Change;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PositionTest {

    private static final long ONE = FixedPoint.ONE;

    @Test
    @DisplayName("S2-PNL1: two purchases make the weighted average entry")
    void two_purchases_make_the_weighted_average_entry() {
        Position position = buy(Position.FLAT, "1", "100", "0.4").after();
        position = buy(position, "3", "200", "2.4").after();
        assertThat(position.averageEntry(ONE)).isEqualTo(Price.of("175"));
        assertThat(position.entryFees()).isEqualTo(Money.of("2.8"));
    }

    @Test
    @DisplayName("S2-PNL1: a partial exit deducts its exit fee and its share of the entry fees")
    void a_partial_exit_deducts_its_fee_and_its_share_of_the_entry_fees() {
        Position position = buy(Position.FLAT, "4", "100", "4").after();
        Change change = sell(position, "1", "130", "0.5");
        // 130 proceeds - 100 cost - 0.5 exit fee - 1 of 4 entry fees
        assertThat(change.realised()).isEqualTo(Money.of("28.5"));
        assertThat(change.cash()).isEqualTo(Money.of("129.5"));
        assertThat(change.after()).isEqualTo(new Position(Quantity.of("3"), Money.of("300"), Money.of("3")));
    }

    @Test
    void the_last_of_three_uneven_exits_takes_what_rounding_left() {
        Position position = buy(Position.FLAT, "3", "0.33333333", "0.00000001").after();
        long costE8 = position.cost().e8();
        Money realised = Money.ZERO;
        for (int exit = 0; exit < 3; exit++) {
            Change change = sell(position, "1", "1", "0");
            realised = realised.plus(change.realised());
            position = change.after();
        }
        assertThat(position).isEqualTo(Position.FLAT);
        assertThat(realised.e8()).isEqualTo(3 * ONE - costE8 - 1);
    }

    @Test
    void selling_everything_closes_and_one_unit_more_turns_it_short() {
        Position position = buy(Position.FLAT, "2", "100", "0").after();
        assertThat(sell(position, "2", "90", "0").after()).isEqualTo(Position.FLAT);
        assertThat(sell(position, "2.00000001", "90", "0").after())
                .isEqualTo(Position.signed(-1, new Money(90), Money.ZERO, false));
    }

    @Test
    @DisplayName("S0-05: the contract multiplier counts in cost, entry price and profit")
    void a_multiplier_counts_in_cost_entry_price_and_profit() {
        long two = 2 * ONE;
        Money worth = Price.of("20000").times(Quantity.of("3"), two);
        Position position = Position.FLAT.bought(Quantity.of("3"), worth, Money.of("3")).after();
        assertThat(position.averageEntry(two)).isEqualTo(Price.of("20000"));
        assertThat(position.unrealised(Price.of("20010"), two)).isEqualTo(Money.of("57"));
        assertThat(position.sold(Quantity.of("3"), Price.of("20010").times(Quantity.of("3"), two), Money.of("3"))
                .realised()).isEqualTo(Money.of("54"));
    }

    @Test
    void a_rebate_raises_cash_and_profit() {
        Position position = buy(Position.FLAT, "1", "100", "-0.1").after();
        assertThat(sell(position, "1", "100", "-0.2").realised()).isEqualTo(Money.of("0.3"));
    }

    @Test
    void a_flat_position_cannot_have_a_cost() {
        assertThatThrownBy(() -> new Position(Quantity.ZERO, Money.of("1"), Money.ZERO))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Change buy(Position position, String quantity, String price, String fee) {
        Quantity size = Quantity.of(quantity);
        return position.bought(size, Price.of(price).times(size, ONE), Money.of(fee));
    }

    private static Change sell(Position position, String quantity, String price, String fee) {
        Quantity size = Quantity.of(quantity);
        return position.sold(size, Price.of(price).times(size, ONE), Money.of(fee));
    }
}
