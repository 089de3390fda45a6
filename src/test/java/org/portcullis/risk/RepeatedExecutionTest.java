package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.market.MarketOutcome;
import org.portcullis.risk.Verdict.Denied;
import org.portcullis.risk.adapter.gates.BreakerGate;
import org.portcullis.risk.adapter.gates.ReconcileGate;
import org.portcullis.risk.adapter.gates.RepeatGate;
import org.portcullis.risk.adapter.store.BreakerStore;
import org.portcullis.risk.adapter.store.DecidedOrderStore;
import org.portcullis.risk.adapter.store.Decisions;
import org.portcullis.risk.adapter.store.SeenSignalStore;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.MarketTapes;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.breaker.VerdictWatch;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/** A strategy that repeats itself, and signals from thin minutes, from verdict to breaker over the real tables. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RepeatedExecutionTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static final long HOUR = 3_600_000;
    private static RiskRules rules;

    private final AccountId account = new AccountId("repeats-" + ACCOUNTS.incrementAndGet());
    private final PolicyBook policies = DeskScene.policy("order.gating", "none",
            "risk.breaker.repeated-execution.max", "3", "orders.duplicate-window", "0s", "orders.value-max", "20");
    private final MarketTapes tapes = new MarketTapes();
    private final DeskScene scene = new DeskScene();
    private Breakers breakers;
    private RiskDesk desk;
    private Decisions decisions;
    private int proposals;

    @BeforeAll
    static void compile() {
        rules = RiskRules.shipped();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    @BeforeEach
    void start() {
        breakers = new Breakers(new BreakerStore(DATABASE.jdbc()), rules.tripping(), policies, event -> { },
                DATABASE.transactions());
        VerdictWatch watch = new VerdictWatch(tapes, new SeenSignalStore(DATABASE.jdbc()), breakers, policies);
        decisions = new Decisions(DATABASE.jdbc(), Json.shared(), event -> {
            if (event instanceof VerdictKept kept) {
                watch.kept(kept.verdict());
            }
        });
        scene.cash = Money.of("100000");
        scene.gates.set(0, new BreakerGate(breakers));
        PriceView prices = id -> Optional.ofNullable(scene.prices.get(id));
        TermsView terms = id -> Optional.ofNullable(scene.terms.get(id));
        DecidedOrderStore past = new DecidedOrderStore(DATABASE.jdbc());
        List<GateFacts> gates = new ArrayList<>(new DeskGates(policies, past, prices, terms)
                .permissive(1000));
        gates.removeIf(RepeatGate.class::isInstance);
        gates.add(new RepeatGate(policies, past, (of, strategy) ->
                breakers.rearmedMs(of, Breaker.REPEATED_EXECUTION, Scope.strategy(strategy))));
        gates.addAll(scene.gates);
        gates.add(new ReconcileGate(() -> new ReconcileView.Books(true, 0)));
        desk = new RiskDesk(new DeskPorts(asked -> new AccountState(asked, scene.cash, Money.ZERO, scene.held),
                asked -> List.of(), prices, terms, new NoRest(), () -> false, () -> Mode.PAPER, gates), policies,
                rules.gates());
    }

    private Verdict order(Intent intent, InstrumentId symbol, String strategy, long atMs) {
        proposals++;
        Side side = intent == Intent.ENTER ? Side.BUY : Side.SELL;
        Proposal proposal = new Proposal(account + "-" + proposals, strategy, "rule", intent, symbol, side,
                atMs - 60_000, atMs, FixedPoint.parse("100"), intent == Intent.ENTER ? FixedPoint.parse("60") : 0, 0,
                0.7, "v", new TreeMap<>());
        scene.prices.replaceAll((id, last) -> new PriceView.LastPrice(last.price(), atMs));
        return DATABASE.transactions().execute(status -> {
            Verdict verdict = desk.judge(proposal, account, atMs);
            decisions.insert(verdict, 1);
            return verdict;
        });
    }

    private Verdict enter(long atMs) {
        return order(Intent.ENTER, DeskScene.BTC, DeskScene.STRATEGY, atMs);
    }

    @Test
    @DisplayName("B-R11: the third of three passes, the fourth stops the strategy until a named person lets it go on")
    void the_order_beyond_the_last_stops_the_strategy() {
        long now = DeskScene.NOW_MS;
        for (int i = 0; i < 3; i++) {
            assertThat(enter(now + i)).isInstanceOf(Verdict.Approved.class);
        }
        assertThat(breakers.tripped(account, now + 3)).isEmpty();
        assertThat(enter(now + 3)).isInstanceOfSatisfying(Denied.class, denied ->
                assertThat(denied.reasons()).containsExactly(ReasonCode.EXECUTION_REPEATED));
        start();
        assertThat(breakers.tripped(account, now + 100 * HOUR)).as("over a restart, however long").singleElement()
                .satisfies(trip -> {
                    assertThat(trip.breaker()).isEqualTo(Breaker.REPEATED_EXECUTION);
                    assertThat(trip.scope()).isEqualTo(Scope.strategy(DeskScene.STRATEGY));
                    assertThat(trip.needsPerson()).isTrue();
                });
        assertThat(enter(now + 2 * HOUR)).as("the orders have left the window, the strategy stays stopped")
                .isInstanceOfSatisfying(Denied.class, denied ->
                        assertThat(denied.reasons()).containsExactly(ReasonCode.BREAKER_TRIPPED));
        assertThat(order(Intent.ENTER, DeskScene.ETH, DeskScene.STRATEGY, now + 2 * HOUR))
                .as("whatever it trades").isInstanceOf(Denied.class);
        breakers.rearm(account, Breaker.REPEATED_EXECUTION, Scope.strategy(DeskScene.STRATEGY), "rita",
                "the loop is mended", now + 2 * HOUR);
        assertThat(enter(now + 2 * HOUR + 1)).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    @DisplayName("B-R11: after it was let go on the count begins anew, inside the same window")
    void after_the_rearming_the_count_begins_anew() {
        long now = DeskScene.NOW_MS;
        for (int i = 0; i < 4; i++) {
            enter(now + i);
        }
        breakers.rearm(account, Breaker.REPEATED_EXECUTION, Scope.strategy(DeskScene.STRATEGY), "rita",
                "the loop is mended", now + 10);
        for (int i = 0; i < 3; i++) {
            assertThat(enter(now + 11 + i)).isInstanceOf(Verdict.Approved.class);
        }
        assertThat(enter(now + 20)).isInstanceOf(Denied.class);
    }

    @Test
    @DisplayName("B-R11: other symbols, older orders and exits do not count, and exits always leave")
    void only_the_same_entries_of_the_window_count() {
        long now = DeskScene.NOW_MS;
        enter(now);
        enter(now + 1);
        enter(now + HOUR - 1);
        assertThat(order(Intent.ENTER, DeskScene.ETH, DeskScene.STRATEGY, now + HOUR - 1))
                .isInstanceOf(Verdict.Approved.class);
        assertThat(enter(now + HOUR)).as("the first is an hour old").isInstanceOf(Verdict.Approved.class);
        assertThat(enter(now + HOUR)).isInstanceOf(Denied.class);
        scene.hold(DeskScene.BTC, "1", "100");
        assertThat(order(Intent.EXIT, DeskScene.BTC, DeskScene.STRATEGY, now + HOUR))
                .isInstanceOf(Verdict.Approved.class);
    }

    @Test
    @DisplayName("S4-M1: more than 30 % of signals from thin minutes warn, 30 % do not, and nothing is stopped")
    void too_many_thin_signals_warn() {
        long now = DeskScene.NOW_MS;
        fill(DeskScene.BTC, "25", now);
        fill(DeskScene.ETH, "24.9", now);
        for (int i = 0; i < 7; i++) {
            order(Intent.ENTER, DeskScene.BTC, "strategy-" + i, now + i * 1000);
        }
        for (int i = 0; i < 3; i++) {
            order(Intent.ENTER, DeskScene.ETH, "strategy-" + i, now + 10_000 + i * 1000);
        }
        assertThat(breakers.tripped(account, now + 20_000)).as("three of ten").isEmpty();
        order(Intent.ENTER, DeskScene.ETH, "strategy-9", now + 20_000);
        assertThat(breakers.tripped(account, now + 20_000)).singleElement().satisfies(trip -> {
            assertThat(trip.breaker()).isEqualTo(Breaker.LOW_LIQUIDITY);
            assertThat(trip.rung().permitsEntries()).isTrue();
            assertThat(trip.reading().limitE8()).isEqualTo(Percent.of("30").e8());
        });
        assertThat(order(Intent.ENTER, DeskScene.SOL, "strategy-9", now + 21_000)).as("it is only said")
                .isInstanceOf(Verdict.Approved.class);
    }

    @Test
    void of_a_symbol_whose_usual_volume_is_unknown_nothing_is_said() {
        for (int i = 0; i < 12; i++) {
            order(Intent.ENTER, DeskScene.ADA, "strategy-" + i, DeskScene.NOW_MS + i * 1000);
        }
        assertThat(DATABASE.jdbc().sql("SELECT count(*) FROM risk.seen_signals WHERE account = :account")
                .param("account", account.value()).query(Long.class).single()).isZero();
    }

    /** Twenty minutes in which 100 units were traded, and a newest one. */
    private void fill(InstrumentId symbol, String newest, long closeMs) {
        for (int i = 20; i >= 0; i--) {
            long price = FixedPoint.parse("100");
            long closed = closeMs - i * Bar.INTERVAL_MS;
            tapes.add(new Bar(symbol, closed - Bar.INTERVAL_MS, price, price, price, price,
                    Quantity.of(i == 0 ? newest : "100").e8()), new MarketOutcome.Warming(symbol, closed, 1, 1, null),
                    14);
        }
    }

    /** No symbol rests. */
    private static final class NoRest implements Cooldowns {

        @Override
        public void afterFailure(AccountId account, InstrumentId instrument, long atMs) {
            throw new UnsupportedOperationException("judging starts no rest");
        }

        @Override
        public void afterFill(AccountId account, InstrumentId instrument, long atMs) {
            throw new UnsupportedOperationException("judging starts no rest");
        }

        @Override
        public void afterStop(AccountId account, InstrumentId instrument, long atMs) {
            throw new UnsupportedOperationException("judging starts no rest");
        }

        @Override
        public Remaining remaining(AccountId account, InstrumentId instrument, long atMs) {
            return new Remaining(0, 0, 0);
        }
    }
}
