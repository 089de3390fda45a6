package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.ADA;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.ETH;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.SOL;
import static org.portcullis.risk.DeskScene.enter;
import static org.portcullis.risk.DeskScene.exit;
import static org.portcullis.risk.DeskScene.policy;
import static org.portcullis.risk.DeskScene.proposal;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.Cooldowns.Remaining;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.Verdict.Outcome;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RiskDeskTest {

    private static final PolicyBook POLICY = policy("order.gating", "none");
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
    @DisplayName("S2-REQ-E1: an entry is sized to the tightest limit and approved with every mandatory check")
    void an_entry_is_sized_to_the_tightest_limit_and_carries_every_check() {
        Verdict verdict = judge();
        assertThat(verdict.outcome()).isEqualTo(Outcome.APPROVED);
        Decision decision = verdict.decision();
        assertThat(decision.quantity()).isEqualTo(Quantity.of("5"));
        assertThat(decision.limitPrice()).isEqualTo(Price.of("100"));
        assertThat(decision.sizing()).containsEntry("bound-by", "size.asset").containsEntry("result", "5")
                .containsEntry("size.position", "10").containsEntry("size.total", "15");
        assertThat(decision.checks()).extracting(Check::code).containsAll(MandatoryCheck.always(Intent.ENTER));
        assertThat(decision.rulesFired()).contains("risk.sizing.limit-to-asset-room", "risk.kill.deny-entry-when-on");
        assertThat(decision.facts()).containsEntry("account.equity", "10000").containsEntry("market.price", "100");
        assertThat(decision.policyHash()).isEqualTo(POLICY.current().hash());
        assertThat(decision.rulesVersion()).isEqualTo(rules.base().version());
    }

    @Test
    void the_same_judgement_has_the_same_id_and_another_state_another() {
        assertThat(judge().decision().decisionId()).hasSize(16).isEqualTo(judge().decision().decisionId());
        String before = judge().decision().decisionId();
        scene.cash = Money.of("10000.00000001");
        assertThat(judge().decision().decisionId()).isNotEqualTo(before);
    }

    @Test
    @DisplayName("S1-19: the loss to the stop with both fees binds when the stop is far")
    void a_far_stop_binds_the_size_to_the_trade_risk() {
        Verdict verdict = desk().judge(enter(BTC, "100", "50"), ACCOUNT, NOW_MS);
        // 200 at risk / (50 to the stop + 0.6 + 0.3 fees) = 3.929, down to the lot
        assertThat(verdict.decision().quantity()).isEqualTo(Quantity.of("3.929"));
        assertThat(verdict.decision().sizing()).containsEntry("bound-by", "size.trade-risk");
        assertThat(verdict.outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    @DisplayName("S2-REQ-U3: the regime's factor makes an order smaller, never larger than its limits permit")
    void the_regime_makes_an_order_smaller_but_never_larger() {
        Verdict half = desk().judge(withFactor(0.5), ACCOUNT, NOW_MS);
        assertThat(half.decision().quantity()).isEqualTo(Quantity.of("2.5"));
        assertThat(half.decision().sizing()).containsEntry("regime-factor", "0.5").containsEntry("result", "2.5");
        assertThat(desk().judge(withFactor(1.5), ACCOUNT, NOW_MS).decision().quantity()).isEqualTo(Quantity.of("5"));
        assertThat(desk().judge(withFactor(0), ACCOUNT, NOW_MS).outcome()).isEqualTo(Outcome.DENIED);
    }

    private static Proposal withFactor(double factor) {
        Proposal plain = enter(BTC, "100", "95");
        return new Proposal(plain.proposalId(), plain.strategy(), plain.rule(), plain.intent(), plain.instrument(),
                plain.side(), plain.barOpenTimeMs(), plain.decidedAtMs(), plain.referencePriceE8(),
                plain.stopPriceE8(), plain.targetPriceE8(), plain.confidence(), plain.rulesVersion(),
                plain.features(), factor);
    }

    @Test
    @DisplayName("S2-D1: what cannot be known is not judged without: the proposal is denied and says what was missing")
    void facts_that_cannot_be_known_deny() {
        scene.gates.add(subject -> {
            throw new IllegalStateException("the venue does not answer");
        });
        Verdict verdict = judge();
        assertThat(verdict.reasons()).containsExactly(ReasonCode.RULES_FAILED);
        assertThat(verdict.decision().facts().get("rules.failure")).contains("the venue does not answer");
    }

    @Test
    @DisplayName("S1-16: the third position is permitted, the fourth denied")
    void the_third_position_is_permitted_and_the_fourth_denied() {
        scene.hold(ETH, "1", "100").hold(SOL, "1", "100");
        assertThat(judge().outcome()).isEqualTo(Outcome.APPROVED);
        scene.hold(ADA, "1", "100");
        assertThat(judge().reasons()).containsExactly(ReasonCode.POSITIONS_FULL);
        assertThat(desk().judge(enter(ADA, "100", "95"), ACCOUNT, NOW_MS).outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    @DisplayName("S2-REQ-E2: a pending purchase takes a position, exposure and cash; a pending sale frees nothing")
    void pending_purchases_count_and_pending_sales_free_nothing() {
        scene.pend("p-2", ETH, Side.BUY, "5", "500").pend("p-3", SOL, Side.BUY, "5", "500");
        assertThat(judge().decision().facts()).containsEntry("exposure.total", "1000")
                .containsEntry("exposure.positions-open", "2").containsEntry("account.cash-reserved", "1006");
        assertThat(judge().outcome()).isEqualTo(Outcome.APPROVED);
        scene.pend("p-4", ADA, Side.BUY, "1", "100");
        assertThat(judge().reasons()).containsExactly(ReasonCode.POSITIONS_FULL);
        scene.pending.clear();
        scene.cash = Money.of("9500");
        scene.hold(BTC, "5", "500").pend("p-5", BTC, Side.SELL, "5", "0");
        assertThat(judge().reasons()).contains(ReasonCode.EXPOSURE_ASSET_EXCEEDED);
    }

    @Test
    @DisplayName("S2-REQ-E1: the reason names the limit that left no room, before the venue's minimum")
    void a_full_asset_is_denied_with_the_smallest_order_that_would_exceed_it() {
        scene.cash = Money.of("9505");
        scene.hold(BTC, "4.95", "495");
        Verdict verdict = judge();
        assertThat(verdict.reasons()).containsExactly(ReasonCode.EXPOSURE_ASSET_EXCEEDED, ReasonCode.BELOW_MINIMUM);
        assertThat(new Explanation(verdict).sentence()).startsWith("Denied: ").contains("against 5 %");
    }

    @Test
    @DisplayName("S2-REQ-ST1: a price exactly at the age limit is good, one millisecond more is stale")
    void a_price_at_the_age_limit_is_good_and_one_millisecond_more_is_stale() {
        scene.prices.put(BTC, new LastPrice(Price.of("100"), NOW_MS - 90_000));
        assertThat(judge().outcome()).isEqualTo(Outcome.APPROVED);
        scene.prices.put(BTC, new LastPrice(Price.of("100"), NOW_MS - 90_001));
        assertThat(judge().reasons()).containsExactly(ReasonCode.MARK_STALE);
        scene.prices.remove(BTC);
        assertThat(judge().reasons()).containsExactly(ReasonCode.MARK_MISSING);
    }

    @Test
    @DisplayName("S1-25 S2-REQ-CD1: one millisecond of any rest denies an entry")
    void one_millisecond_of_any_rest_denies() {
        for (Remaining left : List.of(new Remaining(1, 0, 0), new Remaining(0, 1, 0), new Remaining(0, 0, 1))) {
            scene.remaining = left;
            assertThat(judge().reasons()).as("%s", left).containsExactly(ReasonCode.COOLING_DOWN);
        }
    }

    @Test
    @DisplayName("S2-K3: a thrown kill switch denies entries")
    void a_thrown_kill_switch_denies_entries() {
        scene.killOn = true;
        assertThat(judge().reasons()).containsExactly(ReasonCode.KILL_SWITCH_ON);
    }

    @Test
    @DisplayName("SX-03: reasons stand in the order of the gates")
    void every_reason_is_reported_in_the_order_of_the_gates() {
        scene.killOn = true;
        scene.mode = Mode.DRY_RUN;
        scene.remaining = new Remaining(1, 1, 1);
        scene.prices.put(BTC, new LastPrice(Price.of("100"), 0));
        assertThat(judge().reasons()).containsExactly(ReasonCode.KILL_SWITCH_ON, ReasonCode.MODE_NOT_TRADING,
                ReasonCode.MARK_STALE, ReasonCode.COOLING_DOWN);
    }

    @Test
    @DisplayName("a protective exit passes kill switch, caps, rests and gating and closes the whole position")
    void an_exit_passes_the_entry_gates_and_closes_the_whole_position() {
        scene.killOn = true;
        scene.remaining = new Remaining(1, 1, 1);
        scene.cash = Money.ZERO;
        scene.hold(BTC, "9.1234", "900").hold(ETH, "1", "100").hold(SOL, "1", "100").hold(ADA, "1", "100");
        scene.pend("p-2", BTC, Side.SELL, "2", "0");
        RiskDesk asking = scene.desk(policy("order.gating", "all"), rules.gates());
        Verdict verdict = asking.judge(exit(BTC, "100"), ACCOUNT, NOW_MS);
        assertThat(verdict.outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(verdict.decision().quantity()).isEqualTo(Quantity.of("7.123"));
        assertThat(verdict.decision().limitPrice()).isEqualTo(new Price(0));
        assertThat(verdict.decision().checks()).extracting(Check::code).containsAll(MandatoryCheck.always(Intent.EXIT));
    }

    @Test
    void an_exit_needs_a_position_a_mode_and_a_fresh_price() {
        assertThat(desk().judge(exit(BTC, "100"), ACCOUNT, NOW_MS).reasons())
                .containsExactly(ReasonCode.NOTHING_TO_CLOSE);
        scene.hold(BTC, "1", "100");
        scene.mode = Mode.DRY_RUN;
        scene.prices.put(BTC, new LastPrice(Price.of("100"), 0));
        assertThat(desk().judge(exit(BTC, "100"), ACCOUNT, NOW_MS).reasons())
                .containsExactly(ReasonCode.MODE_NOT_TRADING, ReasonCode.MARK_STALE);
    }

    @Test
    @DisplayName("S2-REQ-R1: as shipped, a sale opens nothing and a purchase closes nothing")
    void a_sale_opens_nothing_and_a_purchase_closes_nothing() {
        long price = FixedPoint.parse("100");
        Proposal shorting = proposal("p", Intent.ENTER, Side.SELL, BTC, price, price + price / 2);
        assertThat(desk().judge(shorting, ACCOUNT, NOW_MS).reasons())
                .containsExactly(ReasonCode.SHORT_NOT_PERMITTED);
        scene.hold(BTC, "1", "100");
        assertThat(desk().judge(proposal("p", Intent.EXIT, Side.BUY, BTC, price, 0), ACCOUNT, NOW_MS).reasons())
                .containsExactly(ReasonCode.SHORT_NOT_PERMITTED, ReasonCode.NOTHING_TO_CLOSE);
    }

    @Test
    void a_stop_one_tick_below_is_good_and_one_at_the_entry_is_not() {
        assertThat(desk().judge(enter(BTC, "100", "99.99"), ACCOUNT, NOW_MS).outcome()).isEqualTo(Outcome.APPROVED);
        for (String stop : List.of("100", "101", "0")) {
            assertThat(desk().judge(enter(BTC, "100", stop), ACCOUNT, NOW_MS).reasons()).as("stop %s", stop)
                    .containsExactly(ReasonCode.STOP_INVALID);
        }
    }

    @Test
    void an_unknown_instrument_is_denied_before_anything_else() {
        scene.terms.remove(BTC);
        assertThat(judge().reasons()).containsExactly(ReasonCode.INSTRUMENT_UNKNOWN);
    }

    @Test
    @DisplayName("S4-M7: worth at the threshold leaves unasked, one step more asks, a re-check asks nobody again")
    void worth_above_the_threshold_asks_a_person_and_a_recheck_asks_nobody_again() {
        RiskDesk at = scene.desk(policy("order.gating", "over-notional", "order.gating-notional", "500"),
                rules.gates());
        assertThat(at.judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS).outcome()).isEqualTo(Outcome.APPROVED);
        RiskDesk below = scene.desk(policy("order.gating", "over-notional", "order.gating-notional", "499.99999999"),
                rules.gates());
        Verdict asked = below.judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
        assertThat(asked.outcome()).isEqualTo(Outcome.ASK_PERSON);
        assertThat(asked.reasons()).containsExactly(ReasonCode.PERSON_ASKED);
        // its own order now waits among the pending ones and must not count beside itself
        scene.pend("p-1", BTC, Side.BUY, "5", "500");
        Verdict again = below.recheck(asked.decision(), NOW_MS + 60_000);
        assertThat(again.outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(again.decision().quantity()).isEqualTo(asked.decision().quantity());
        scene.killOn = true;
        assertThat(below.recheck(asked.decision(), NOW_MS + 60_000).reasons())
                .containsExactly(ReasonCode.KILL_SWITCH_ON);
        scene.killOn = false;
        scene.cash = Money.of("9999.99999999");
        assertThat(below.recheck(asked.decision(), NOW_MS + 60_000).reasons())
                .containsExactly(ReasonCode.EXPOSURE_ASSET_EXCEEDED);
    }

    private Verdict judge() {
        return desk().judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
    }

    private RiskDesk desk() {
        return scene.desk(POLICY, rules.gates());
    }
}
