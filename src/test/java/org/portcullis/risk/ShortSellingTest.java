package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.ETH;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.STRATEGY;
import static org.portcullis.risk.DeskScene.policy;
import static org.portcullis.risk.DeskScene.proposal;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.StrategyBudget;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShortSellingTest {

    private static final RiskRules RULES = RiskRules.shipped();
    private static final String VENUE = "tradovate";

    private final DeskScene scene = new DeskScene();
    private PolicyBook policy = policy("risk.short-selling", "true", "order.gating", "none");

    @BeforeEach
    void permit() {
        for (InstrumentId instrument : java.util.List.of(BTC, ETH)) {
            scene.terms.put(instrument, at(VENUE, scene.terms.get(instrument), false, "0"));
        }
        permit(VENUE);
    }

    @AfterAll
    static void close() {
        RULES.close();
    }

    @Test
    @DisplayName("S2-REQ-R1: a short sale needs the policy's switch and the venue beside its strategy")
    void a_short_sale_needs_switch_venue_and_strategy() {
        assertThat(sell("100", "110").reasons()).isEmpty();
        permit("binance-spot");
        assertThat(sell("100", "110").reasons()).containsExactly(ReasonCode.SHORT_NOT_PERMITTED);
        permit(VENUE);
        policy = policy("risk.short-selling", "false", "order.gating", "none");
        assertThat(sell("100", "110").reasons()).containsExactly(ReasonCode.SHORT_NOT_PERMITTED);
    }

    @Test
    @DisplayName("S1-19: the stop of a short sale lies one tick above it, not at it and not below")
    void the_stop_of_a_short_sale_lies_above_it() {
        assertThat(sell("100", "100.01").reasons()).isEmpty();
        for (String stop : new String[] {"100", "99.99", "0"}) {
            assertThat(sell("100", stop).reasons()).as(stop).containsExactly(ReasonCode.STOP_INVALID);
        }
    }

    @Test
    @DisplayName("S1-19: the loss at the stop of a short sale is mirrored and sizes it to the last lot")
    void the_loss_at_the_stop_sizes_a_short_sale() {
        policy = policy("risk.short-selling", "true", "order.gating", "none", "risk.trade-risk-pct-max", "0.1128");
        // (110 - 100) + 0.6 % of (110 + 100) = 11.26 per unit; 0.1128 % of 10,000 = 11.28 pays one unit and no lot more
        assertThat(sell("100", "110").decision().quantity()).isEqualTo(Quantity.of("1.001"));
        policy = policy("risk.short-selling", "true", "order.gating", "none", "risk.trade-risk-pct-max", "0.1127");
        assertThat(sell("100", "110").decision().quantity()).isEqualTo(Quantity.of("1"));
    }

    @Test
    @DisplayName("B-R9: a held short position counts in gross, and against longs in net")
    void a_short_position_counts_in_gross_and_against_longs_in_net() {
        scene.cash = Money.of("11000");
        scene.held.add(new Held(ETH, "another", Side.SELL, Quantity.of("10"), Money.of("1000"), false));
        // equity 10,000: a net limit of 1 % lets a purchase lean back to it, 1,000 short and 1,000 + 100 long
        policy = policy("order.gating", "none", "risk.exposure-net-pct-max", "1", "risk.exposure-gross-pct-max", "21",
                "risk.exposure-asset-pct-max", "100", "risk.position-pct-max", "15",
                "risk.exposure-total-pct-max", "100", "risk.exposure-theme-pct-max", "100",
                "risk.trade-risk-pct-max", "100");
        assertThat(enter(Side.BUY, "100", "99").decision().quantity()).isEqualTo(Quantity.of("11"));
    }

    @Test
    @DisplayName("S2-REQ-R1: a purchase closes a short position, and the other side is not entered meanwhile")
    void a_purchase_closes_a_short_position() {
        scene.held.add(new Held(BTC, STRATEGY, Side.SELL, Quantity.of("0.5"), Money.of("50"), false));
        Verdict exit = judge(Intent.EXIT, Side.BUY, "100", "0");
        assertThat(exit.reasons()).isEmpty();
        assertThat(exit.decision().quantity()).isEqualTo(Quantity.of("0.5"));
        assertThat(judge(Intent.EXIT, Side.SELL, "100", "0").reasons())
                .containsExactly(ReasonCode.SHORT_NOT_PERMITTED, ReasonCode.NOTHING_TO_CLOSE);
        assertThat(enter(Side.BUY, "100", "90").reasons()).containsExactly(ReasonCode.POSITION_OPPOSITE);
        assertThat(sell("100", "110").reasons()).isEmpty();
    }

    @Test
    @DisplayName("the proceeds of a short sale are not free cash: buying back and as much again is set aside")
    void the_proceeds_of_a_short_sale_are_not_free() {
        scene.cash = Money.of("2200");
        scene.held.add(new Held(ETH, "another", Side.SELL, Quantity.of("10"), Money.of("1000"), false));
        policy = policy("order.gating", "none", "risk.exposure-total-pct-max", "100",
                "risk.exposure-asset-pct-max", "100", "risk.position-pct-max", "100", "risk.trade-risk-pct-max", "100",
                "risk.exposure-theme-pct-max", "100", "risk.exposure-venue-pct-max", "100",
                "risk.exposure-gross-pct-max", "300", "risk.exposure-net-pct-max", "300");
        // 2,200 less 2,000 and the fee of 6 leaves 194; 1.928 units cost 193.96 with their fee
        assertThat(enter(Side.BUY, "100", "90").decision().quantity()).isEqualTo(Quantity.of("1.928"));
    }

    @Test
    @DisplayName("S1-26: on margin an entry needs its initial margin and fee in money, not its worth")
    void an_entry_on_margin_needs_its_margin() {
        scene.terms.put(BTC, at(VENUE, scene.terms.get(BTC), true, "10"));
        scene.cash = Money.of("1000");
        policy = policy("order.gating", "none", "risk.exposure-total-pct-max", "100",
                "risk.exposure-asset-pct-max", "100", "risk.position-pct-max", "100", "risk.trade-risk-pct-max", "100",
                "risk.exposure-theme-pct-max", "100", "risk.exposure-venue-pct-max", "100",
                "risk.exposure-gross-pct-max", "300", "risk.exposure-net-pct-max", "300");
        assertThat(enter(Side.BUY, "100", "90").decision().quantity()).isEqualTo(Quantity.of("10"));
        // ten contracts held short at 95 have lost 50 and bind 100 as margin: 850 is free, equity is 950
        scene.held.add(new Held(BTC, "another", Side.SELL, Quantity.of("10"), Money.of("950"), true));
        assertThat(enter(Side.BUY, "100", "90").decision().facts()).containsEntry("account.equity", "950")
                .containsEntry("account.cash-reserved", "150");
    }

    private Verdict sell(String price, String stop) {
        return enter(Side.SELL, price, stop);
    }

    private Verdict enter(Side side, String price, String stop) {
        return judge(Intent.ENTER, side, price, stop);
    }

    private Verdict judge(Intent intent, Side side, String price, String stop) {
        return scene.desk(policy, RULES.gates()).judge(proposal("p", intent, side, BTC, FixedPoint.parse(price),
                FixedPoint.parse(stop)), ACCOUNT, NOW_MS);
    }

    private void permit(String venue) {
        scene.budgets.put(STRATEGY, new StrategyBudget(STRATEGY, true, Percent.of("100"), 1000, "for a test",
                Set.of(venue)));
    }

    private static TradingTerms at(String venue, TradingTerms paid, boolean margin, String initialPct) {
        return new TradingTerms(paid.instrument(), paid.asset(), paid.currency(), paid.tickE8(), paid.lotE8(),
                paid.minimumQuantity(), paid.minimumNotional(), paid.multiplierE8(), paid.makerFee(), paid.takerFee(),
                venue, margin, Percent.of(initialPct));
    }
}
