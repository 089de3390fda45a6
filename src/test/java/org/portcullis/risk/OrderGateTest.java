package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.ETH;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.STRATEGY;
import static org.portcullis.risk.DeskScene.enter;
import static org.portcullis.risk.DeskScene.exit;
import static org.portcullis.risk.DeskScene.policy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Listing.Kind;
import org.portcullis.risk.DecidedOrders.Decided;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.PriceWindow.PriceRange;
import org.portcullis.strategy.Intent;

/**
 * Controls on single orders through the desk; by default an entry in BTC at 100 is sized to 5 units (5 % of 10,000).
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderGateTest {

    private static RiskRules rules;

    private final DeskScene scene = new DeskScene();

    @BeforeAll
    static void compile() {
        rules = RiskRules.shipped();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    @Test
    @DisplayName("B-R6 B-R10: an entry is sized down to the largest worth and quantity of one order")
    void an_entry_is_sized_down_to_the_bounds_of_one_order() {
        assertThat(judge(policy(), "100").decision().quantity()).isEqualTo(Quantity.of("5"));
        assertThat(judge(policy("orders.value-max", "300"), "100").decision().quantity()).isEqualTo(Quantity.of("3"));
        assertThat(judge(policy("orders.quantity-max-spot", "2"), "100").decision().quantity())
                .isEqualTo(Quantity.of("2"));
        scene.kinds.put(BTC, Kind.FUTURE);
        assertThat(judge(policy("orders.quantity-max-future", "4"), "100").decision().quantity())
                .isEqualTo(Quantity.of("4"));
        scene.kinds.remove(BTC);
        assertThat(judge(policy(), "100").reasons()).contains(ReasonCode.ORDER_QUANTITY_TOO_LARGE);
    }

    @Test
    @DisplayName("B-R10: an agreed order that a lower limit no longer permits does not leave")
    void an_agreed_order_is_judged_by_the_limits_of_now() {
        Verdict asked = judge(policy("order.gating", "all"), "100");
        assertThat(asked).isInstanceOf(Verdict.AskPerson.class);
        assertThat(recheck(policy("orders.value-max", "500", "orders.quantity-max-spot", "5"), asked))
                .isInstanceOf(Verdict.Approved.class);
        assertThat(recheck(policy("orders.value-max", "499.99999999"), asked).reasons())
                .containsExactly(ReasonCode.ORDER_VALUE_TOO_LARGE);
        assertThat(recheck(policy("orders.quantity-max-spot", "4.99999999"), asked).reasons())
                .containsExactly(ReasonCode.ORDER_QUANTITY_TOO_LARGE);
    }

    @Test
    @DisplayName("B-R15: worth one step above the soft limit asks a person, though gating asks nobody")
    void a_soft_limit_on_worth_asks() {
        assertThat(judge(policy("order.gating", "none", "orders.value-ask", "500"), "100"))
                .isInstanceOf(Verdict.Approved.class);
        assertThat(judge(policy("order.gating", "none", "orders.value-ask", "499.99999999"), "100").reasons())
                .containsExactly(ReasonCode.ORDER_VALUE_HIGH);
    }

    @Test
    @DisplayName("B-R6 B-R10: a price limit at the collar may pass, a tick farther is denied, on both sides")
    void a_price_limit_stays_in_the_collar() {
        PolicyBook policy = policy("orders.collar-window-pct-max", "100", "orders.collar-pct-ask", "100");
        assertThat(judge(policy, "105")).isInstanceOf(Verdict.Approved.class);
        assertThat(judge(policy, "105.01").reasons()).containsExactly(ReasonCode.PRICE_OUTSIDE_COLLAR);
        assertThat(judge(policy, "95.01")).isInstanceOf(Verdict.Approved.class);
        assertThat(judge(policy, "95")).isInstanceOf(Verdict.Approved.class);
        assertThat(judge(policy, "94.99").reasons()).containsExactly(ReasonCode.PRICE_OUTSIDE_COLLAR);
    }

    @Test
    @DisplayName("B-R15: between soft and hard collar a person is asked")
    void a_far_price_asks_a_person() {
        PolicyBook policy = policy("orders.collar-window-pct-max", "100");
        assertThat(judge(policy, "103")).isInstanceOf(Verdict.Approved.class);
        assertThat(judge(policy, "103.01").reasons()).containsExactly(ReasonCode.PRICE_FAR);
    }

    @Test
    @DisplayName("B-R10: a strange last price does not move the collar of the window")
    void the_window_holds_when_the_last_price_runs_away() {
        scene.ranges.put(BTC, new PriceRange(Price.of("99"), Price.of("101")));
        scene.prices.put(BTC, new LastPrice(Price.of("106"), NOW_MS));
        PolicyBook policy = policy("orders.collar-pct-ask", "100", "orders.collar-window-pct-max", "4");
        assertThat(judge(policy, "105.04")).isInstanceOf(Verdict.Approved.class);
        assertThat(judge(policy, "105.05").reasons()).containsExactly(ReasonCode.PRICE_OUTSIDE_WINDOW);
    }

    @Test
    @DisplayName("B-R4 B-R10: the last order of a second and of a minute passes, one more does not; exits pass always")
    void no_more_orders_come_than_may() {
        PolicyBook policy = policy("orders.per-second-max", "2", "orders.per-minute-max", "3");
        scene.decided.add(decided("a", Intent.EXIT, "1", NOW_MS - 999));
        assertThat(judge(policy, "100")).isInstanceOf(Verdict.Approved.class);
        scene.decided.add(decided("b", Intent.ENTER, "1", NOW_MS - 1_000));
        assertThat(judge(policy, "100")).isInstanceOf(Verdict.Approved.class);
        scene.decided.add(decided("c", Intent.ENTER, "1", NOW_MS - 59_999));
        assertThat(judge(policy, "100").reasons()).containsExactly(ReasonCode.ORDER_RATE_TOO_HIGH);
        scene.decided.remove(2);
        scene.decided.add(decided("d", Intent.ENTER, "1", NOW_MS));
        assertThat(judge(policy, "100").reasons()).containsExactly(ReasonCode.ORDER_RATE_TOO_HIGH);
        scene.hold(BTC, "1", "100");
        assertThat(scene.desk(policy, rules.gates()).judge(exit(BTC, "100"), ACCOUNT, NOW_MS))
                .isInstanceOf(Verdict.Approved.class);
    }

    @Test
    @DisplayName("B-R12: the same order is a duplicate until the window is over; another size or price is none")
    void the_same_order_again_is_a_duplicate() {
        PolicyBook policy = policy("orders.duplicate-window", "30s");
        scene.decided.add(decided("a", Intent.ENTER, "5", NOW_MS - 29_999));
        assertThat(judge(policy, "100").reasons()).containsExactly(ReasonCode.ORDER_DUPLICATE);
        assertThat(judge(policy, "100.01")).isInstanceOf(Verdict.Approved.class);
        scene.decided.clear();
        scene.decided.add(decided("a", Intent.ENTER, "5", NOW_MS - 30_000));
        assertThat(judge(policy, "100")).isInstanceOf(Verdict.Approved.class);
        scene.decided.add(decided("b", Intent.ENTER, "4.999", NOW_MS));
        assertThat(judge(policy, "100")).isInstanceOf(Verdict.Approved.class);
        scene.decided.add(decided("p-1", Intent.ENTER, "5", NOW_MS));
        assertThat(judge(policy, "100")).as("an order is no duplicate of itself").isInstanceOf(Verdict.Approved.class);
    }

    @Test
    @DisplayName("B-R4: an exit at the market is judged at the last price and denied only when that is absurd")
    void an_exit_is_judged_at_the_last_price() {
        scene.hold(ETH, "2", "10");
        assertThat(close("200")).isInstanceOf(Verdict.Approved.class);
        assertThat(close("199.99999999").reasons()).containsExactly(ReasonCode.EXIT_ABSURD);
    }

    private Verdict close(String worth) {
        return scene.desk(policy("orders.exit-value-max", worth), rules.gates())
                .judge(exit(ETH, "100"), ACCOUNT, NOW_MS);
    }

    private Verdict judge(PolicyBook policy, String price) {
        return scene.desk(policy, rules.gates()).judge(enter(BTC, price, "90"), ACCOUNT, NOW_MS);
    }

    private Verdict recheck(PolicyBook policy, Verdict asked) {
        return scene.desk(policy, rules.gates()).recheck(asked.decision(), NOW_MS);
    }

    private static Decided decided(String proposal, Intent intent, String quantity, long atMs) {
        InstrumentId instrument = BTC;
        return new Decided(proposal, STRATEGY, intent, instrument, intent == Intent.ENTER ? Side.BUY : Side.SELL,
                Quantity.of(quantity), Price.of("100"), atMs - 120_000, atMs);
    }
}
