package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.enter;
import static org.portcullis.risk.DeskScene.policy;
import static org.portcullis.risk.DeskScene.terms;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.risk.TrackRecord.Closed;
import org.portcullis.risk.adapter.gates.SizingGate;

/** The desk with its sizing gate: record, volatility, margin, net minimum and rounding up. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SizingTest {

    private static final int SITUATIONS = 20_000;
    private static final InstrumentCatalogue CATALOGUE = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));
    private static final PolicyBook POLICY = policy("order.gating", "none");
    private static RiskRules rules;

    private final DeskScene scene = new DeskScene();
    private Closed closed = new Closed(60, 27, Money.of("54"), Money.of("33"));
    private Optional<Percent> volatility = Optional.empty();
    private int asked;

    @BeforeAll
    static void compile() {
        rules = RiskRules.shipped();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    @Test
    @DisplayName("S3-13: the strategy's record sizes the entry, and the decision says why")
    void the_strategys_record_sizes_the_entry() {
        Decision decision = judge(POLICY).decision();
        // 0.5793 % of 10000 may be lost; (100 - 80) + 0.6 % of both prices is 21.08 each
        assertThat(decision.sizing()).containsEntry("bound-by", "size.strategy-risk").containsKey("size.margin");
        assertThat(decision.quantity()).isBetween(Quantity.of("2.74"), Quantity.of("2.76"));
        assertThat(decision.facts()).containsEntry("strategy-edge.trades", "60")
                .containsEntry("strategy-edge.wins", "27").containsKey("volatility-scale.now");
        closed = Closed.NONE;
        scene.cash = Money.of("20000");
        assertThat(desk(POLICY).judge(enter(BTC, "100", "80"), ACCOUNT, NOW_MS).decision().quantity())
                .isEqualTo(Quantity.of("2.371"));
    }

    @Test
    @DisplayName("S3-13: volatility above its target shrinks the order, below it raises it by half at most")
    void volatility_scales_the_order() {
        closed = Closed.NONE;
        Quantity plain = judge(POLICY).decision().quantity();
        volatility = Optional.of(Percent.of("0.2"));
        assertThat(judge(POLICY).decision().quantity().e8()).isCloseTo(plain.e8() / 2,
                org.assertj.core.api.Assertions.within(100_000L));
        volatility = Optional.of(Percent.of("0.01"));
        assertThat(judge(POLICY).decision().quantity().e8()).isCloseTo(plain.e8() * 3 / 2,
                org.assertj.core.api.Assertions.within(200_000L));
    }

    @Test
    @DisplayName("a record is read again only after a trade was closed")
    void a_record_is_read_again_only_after_a_trade_was_closed() {
        RiskDesk desk = desk(POLICY);
        desk.judge(enter(BTC, "100", "80"), ACCOUNT, NOW_MS);
        desk.judge(enter(BTC, "100", "80"), ACCOUNT, NOW_MS);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    @DisplayName("a sizing rule that is taken away denies with its name instead of letting orders grow")
    void a_sizing_rule_that_is_taken_away_denies() {
        for (String rule : new String[] {"strategy-risk", "margin"}) {
            try (RiskRules edited = RiskRules.edited(risk -> RiskRules.removeRule(risk.resolve("sizing.drl"),
                    "risk.sizing.limit-to-" + rule))) {
                Verdict verdict = desk(POLICY, edited).judge(enter(BTC, "100", "80"),
                        ACCOUNT, NOW_MS);
                assertThat(verdict.reasons()).containsExactly(ReasonCode.RULES_FAILED);
                assertThat(verdict.decision().facts().get("rules.failure")).contains("size." + rule);
            }
        }
    }

    @Test
    @DisplayName("S2-N1: an order whose fee leaves no more than the venue's minimum is denied; rounding up is a policy")
    void an_order_below_the_net_minimum_is_denied_or_rounded_up() {
        closed = Closed.NONE;
        // 25 may be lost at 21.08 each: 1.185, worth 118.5
        scene.terms.put(BTC, terms(BTC, "0.01", "0.001", "0.001", "117.78", "1", "0.6"));
        assertThat(judge(POLICY).outcome()).isEqualTo(Verdict.Outcome.APPROVED);
        scene.terms.put(BTC, terms(BTC, "0.01", "0.001", "0.001", "117.79", "1", "0.6"));
        Verdict denied = judge(POLICY);
        assertThat(denied.reasons()).containsExactly(ReasonCode.BELOW_MINIMUM);
        assertThat(denied.decision().checks()).filteredOn(check -> !check.pass()).extracting(Check::code)
                .containsExactly("minimum.net");
        PolicyBook roundsUp = policy("order.gating", "none", "risk.round-up-to-minimum", "true");
        Verdict raised = judge(roundsUp);
        assertThat(raised.outcome()).isEqualTo(Verdict.Outcome.APPROVED);
        assertThat(raised.decision().quantity()).isEqualTo(Quantity.of("1.186"));
    }

    @Test
    @DisplayName("S2-N1: rounding up never breaks a cap, and never trades what sizing left nothing of")
    void rounding_up_never_breaks_a_cap() {
        PolicyBook roundsUp = policy("order.gating", "none", "risk.round-up-to-minimum", "true");
        scene.terms.put(BTC, terms(BTC, "0.01", "0.001", "0.001", "501", "1", "0.6"));
        assertThat(judge(roundsUp).reasons()).containsExactly(ReasonCode.EXPOSURE_ASSET_EXCEEDED);
        PolicyBook stops = policy("order.gating", "none", "risk.round-up-to-minimum", "true", "risk.kelly-no-edge-pct",
                "0", "risk.kelly-unproven-pct", "0");
        closed = Closed.NONE;
        scene.terms.put(BTC, terms(BTC, "0.01", "0.001", "0.001", "10", "1", "0.6"));
        assertThat(judge(stops).outcome()).isEqualTo(Verdict.Outcome.DENIED);
    }

    @Test
    @DisplayName("S2-N2 S1-19 S2-REQ-E1: in 20,000 random situations a sized order never fails a limit by rounding")
    void a_sized_order_never_fails_a_limit_by_rounding() {
        long seed = Long.getLong("seed", 20_000L);
        Random random = new Random(seed);
        Set<String> limits = Set.of("exposure.total", "exposure.asset", "exposure.position", "loss.trade", "cash.cost",
                "margin.initial");
        RiskDesk desk = desk(POLICY);
        int traded = 0;
        for (int i = 0; i < SITUATIONS; i++) {
            scene.cash = new Money(1 + random.nextLong(1L << (20 + random.nextInt(30))));
            scene.pending.clear();
            if (random.nextBoolean()) {
                scene.pend("other", BTC, Side.BUY, "1", FixedPoint.format(random.nextLong(scene.cash.e8() + 1) / 20));
            }
            volatility = Optional.of(new Percent(1 + random.nextInt(100_000_000)));
            long price = 1_000_000 + random.nextLong(1L << (20 + random.nextInt(24)));
            scene.terms.put(BTC, terms(BTC, "0.0001", "0.0000000" + (1 + random.nextInt(9)), "0.00000001", "0",
                    FixedPoint.format(1 + random.nextInt(500_000_000)),
                    FixedPoint.format(random.nextInt(200_000_000))));
            long stop = price - price / (2 + random.nextInt(200));
            Verdict verdict = desk.judge(enter(BTC, FixedPoint.format(price), FixedPoint.format(stop)), ACCOUNT,
                    NOW_MS);
            Decision decision = verdict.decision();
            if (Quantity.of(decision.sizing().getOrDefault("result", "0")).isZero()) {
                continue;
            }
            traded++;
            assertThat(decision.checks()).as("seed %s situation %s: %s", seed, i, decision)
                    .filteredOn(check -> limits.contains(check.code())).hasSize(limits.size())
                    .allMatch(Check::pass);
        }
        assertThat(traded).as("seed %s", seed).isGreaterThan(SITUATIONS / 4);
    }

    private Verdict judge(PolicyBook policy) {
        return desk(policy).judge(enter(BTC, "100", "80"), ACCOUNT, NOW_MS);
    }

    private RiskDesk desk(PolicyBook policy) {
        return desk(policy, rules);
    }

    private RiskDesk desk(PolicyBook policy, RiskRules judging) {
        scene.gates.clear();
        scene.gates.addAll(List.of(DeskScene.noBreakers(), DeskScene.trades(true), gate(policy)));
        return scene.desk(policy, judging.gates());
    }

    private SizingGate gate(PolicyBook policy) {
        return new SizingGate(policy, (account, strategy, last) -> {
            asked++;
            return closed;
        }, instrument -> volatility, CATALOGUE);
    }
}
