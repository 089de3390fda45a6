package org.portcullis.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.breaker.BreakerScene.BTC;
import static org.portcullis.risk.breaker.BreakerScene.MINUTE;
import static org.portcullis.risk.breaker.BreakerScene.NOON;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.market.Regime;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.adapter.store.FillCostStore;
import org.portcullis.risk.domain.breaker.SlippageModel;

/** What takers pay beyond the price they meet, beside the model of costs (S4-M4). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SlippageWatchTest {

    /** Of the shipped model in a market that does not move: half of two basis points of 100. */
    private static final String MODELLED = "100.01";

    private final BreakerScene scene = new BreakerScene(PolicyBook.open(Path.of("rules/policy.yaml"),
            "conservative"));
    private final MarketTapes tapes = new MarketTapes();
    private final FillCostStore costs = new FillCostStore(BreakerScene.DATABASE.jdbc());
    private final TermsView terms = id -> Optional.of(new TradingTerms(id, "BTC", "USDT", FixedPoint.parse("0.0001"),
            FixedPoint.parse("0.001"), Quantity.of("0.001"), Money.of("10"), FixedPoint.ONE, Percent.of("0.4"),
            Percent.of("0.6")));
    private int fills;

    private SlippageWatch watch() {
        return new SlippageWatch(costs, tapes, terms, scene.restarted(), scene.policies,
                BreakerScene.DATABASE.transactions());
    }

    private void minute(long closeMs) {
        Bar bar = BreakerScene.bar(BTC, closeMs, "1");
        tapes.add(bar, BreakerScene.formed(bar, Regime.CHOP), 1440);
    }

    private FillTold fill(Side side, String price, boolean maker, long atMs) {
        fills++;
        return new FillTold(scene.account, BTC, "fill-" + fills, side, Quantity.of("2"), Price.of(price), maker, atMs);
    }

    private void buys(int count, String price) {
        for (int i = 0; i < count; i++) {
            watch().told(fill(Side.BUY, price, false, NOON));
        }
    }

    @Test
    @DisplayName("S4-M4: ten fills at one and a half times the modelled slippage pass; more pauses trading")
    void more_than_one_and_a_half_times_the_model_pauses() {
        minute(NOON);
        buys(10, "100.015");
        assertThat(scene.tripped(NOON)).as("exactly 1.5").isEmpty();
        buys(1, "100.0151");
        assertThat(scene.tripped(NOON)).containsExactly("slippage of everything");
        assertThat(scene.breakers.tripped(scene.account, NOON).get(0)).satisfies(trip -> {
            assertThat(trip.needsPerson()).isTrue();
            assertThat(trip.rung()).isEqualTo(Rung.BLOCK_ENTRIES);
        });
    }

    @Test
    @DisplayName("S4-M4: nine fills prove nothing, and fills that waited in the book are none of a taker")
    void few_fills_and_makers_prove_nothing() {
        minute(NOON);
        buys(9, "101");
        for (int i = 0; i < 5; i++) {
            watch().told(fill(Side.BUY, "101", true, NOON));
        }
        assertThat(scene.tripped(NOON)).isEmpty();
        buys(1, "101");
        assertThat(scene.tripped(NOON)).hasSize(1);
    }

    @Test
    @DisplayName("S4-M4: sales pay below the price they meet; what was gained elsewhere counts against it")
    void sales_pay_below_and_gains_count() {
        minute(NOON);
        buys(5, "99.99");
        for (int i = 0; i < 5; i++) {
            watch().told(fill(Side.SELL, "99.98", false, NOON));
        }
        assertThat(costs.sum(scene.account, 0, 50)).isEqualTo(new FillCosts.Sum(10, Money.of("0.1"),
                Money.of("0.2")));
        assertThat(scene.tripped(NOON)).isEmpty();
    }

    @Test
    @DisplayName("S4-M4: a fill waits until the desk has seen its minute, over a restart; one never seen is dropped")
    void a_fill_waits_for_its_minute() {
        watch().told(fill(Side.BUY, MODELLED, false, NOON));
        watch().told(fill(Side.BUY, MODELLED, false, NOON + 2 * MINUTE));
        assertThat(costs.sum(scene.account, 0, 50).fills()).isZero();
        minute(NOON);
        watch().settle(scene.account);
        assertThat(costs.sum(scene.account, 0, 50)).isEqualTo(new FillCosts.Sum(1, Money.of("0.02"),
                Money.of("0.02")));
        minute(NOON + 5 * MINUTE);
        watch().settle(scene.account);
        assertThat(costs.open(scene.account)).isEmpty();
        assertThat(costs.sum(scene.account, 0, 50).fills()).isEqualTo(1);
    }

    @Test
    @DisplayName("S4-M4: what was before a person let it go on counts no more; a fill told twice counts once")
    void only_fills_after_the_rearming_count() {
        minute(NOON);
        buys(10, "100.1");
        scene.breakers.rearm(scene.account, Breaker.SLIPPAGE, Scope.GLOBAL, "rita", "the spread is back", NOON + 1);
        minute(NOON + MINUTE);
        for (int i = 0; i < 9; i++) {
            FillTold told = fill(Side.BUY, "100.1", false, NOON + MINUTE);
            watch().told(told);
            watch().told(told);
        }
        assertThat(scene.tripped(NOON + MINUTE)).isEmpty();
        watch().told(fill(Side.BUY, "100.1", false, NOON + MINUTE));
        assertThat(scene.tripped(NOON + MINUTE)).hasSize(1);
    }

    @Test
    @DisplayName("S4-M4: the model is what the simulated venue charges, in calm and in wild minutes, to a tick")
    void the_simulated_venue_charges_what_the_model_says() {
        SlippageModel model = new SlippageModel(FixedPoint.parse("2"), FixedPoint.parse("3"), FixedPoint.parse("5"),
                FixedPoint.parse("25"), FixedPoint.parse("1.5"));
        long tick = FixedPoint.parse("0.01");
        assertThat(model.e8(Price.of("1000"), 0, Side.BUY, tick)).isEqualTo(FixedPoint.parse("0.10"));
        assertThat(model.e8(Price.of("1000"), FixedPoint.parse("1.5"), Side.BUY, tick)).as("0.1 and 0.045 by 1.25")
                .isEqualTo(FixedPoint.parse("0.16"));
        assertThat(model.e8(Price.of("1000"), FixedPoint.parse("100"), Side.SELL, tick)).as("0.1 and 3 by 1.5")
                .isEqualTo(FixedPoint.parse("4.60"));
    }
}
