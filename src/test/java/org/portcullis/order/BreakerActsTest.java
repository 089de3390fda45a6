package org.portcullis.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.route.Addresses;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Side;
import org.portcullis.order.OrderReport.Kind;
import org.portcullis.order.adapter.BreakerHearing;
import org.portcullis.order.adapter.store.OrderStore;
import org.portcullis.risk.DecisionRecorded;
import org.portcullis.risk.KillState;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.Verdict;
import org.portcullis.risk.adapter.store.IncidentStore;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.BreakerTripped;
import org.portcullis.risk.breaker.IncidentWatch;
import org.portcullis.risk.breaker.Rung;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.breaker.Trip;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.StrategyProposed;

/** What each rung does to orders and positions, and what the order room tells the breakers. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BreakerActsTest {

    @TempDir
    private Path home;
    private final Map<String, StrategyProposed> proposed = new LinkedHashMap<>();
    private OrderScene scene;
    private KillSwitch kill;
    private BreakerHearing hearing;

    @BeforeEach
    void start() throws Exception {
        scene = new OrderScene(home);
        kill = KillSwitch.inHome(home, Json.shared(), () -> scene.now);
        MessageBus bus = new MessageBus() {
            @Override
            public void send(String address, String messageId, Object word) {
                assertThat(address).isEqualTo(Addresses.STRATEGY_PROPOSED);
                proposed.put(messageId, (StrategyProposed) word);
            }

            @Override
            public void show(String address, String messageId, Object word, String onlyFor) {
                throw new UnsupportedOperationException("breakers show nothing");
            }
        };
        IncidentWatch incidents = new IncidentWatch(new IncidentStore(scene.database.jdbc()), scene.breakers,
                scene.policies, scene.database.transactions());
        hearing = new BreakerHearing(incidents, scene.breakers, scene.desk, scene.portfolio,
                id -> Optional.of(new LastPrice(Price.of("101"), scene.now.toEpochMilli())), OrderScene::terms, kill,
                bus,
                new OrderStore(scene.database.jdbc(), OrderScene::terms), OrderScene.ACCOUNT,
                EventClock.reading(() -> scene.now),
                new WallTime(), scene.database.transactionManager());
    }

    @AfterEach
    void stop() {
        scene.close();
    }

    private Trip trip(Scope scope, Rung rung) {
        return scene.breakers.tripByHand(OrderScene.ACCOUNT, scope, rung, "tom", "test", scene.now.toEpochMilli());
    }

    private Order filled() {
        Order order = scene.smallOrder();
        scene.settle();
        scene.report(order, Kind.ACCEPTED, "0");
        scene.report(order, Kind.FILLED, order.quantity().toString());
        return scene.now(order);
    }

    private Order working() {
        Order order = scene.smallOrder();
        scene.settle();
        scene.report(order, Kind.ACCEPTED, "0");
        return order;
    }

    @Test
    @DisplayName("S4-M10: BLOCK_ENTRIES lets orders work on, REDUCE_ONLY cancels entries in its scope, once")
    void reduce_only_cancels_working_entries() {
        working();
        hearing.tripped(new BreakerTripped(trip(Scope.GLOBAL, Rung.BLOCK_ENTRIES)));
        scene.settle();
        assertThat(scene.cancelled).isEmpty();
        Trip other = trip(Scope.strategy("another"), Rung.REDUCE_ONLY);
        hearing.tripped(new BreakerTripped(other));
        scene.settle();
        assertThat(scene.cancelled).isEmpty();
        Trip trip = trip(Scope.symbol(OrderScene.BTC), Rung.REDUCE_ONLY);
        hearing.tripped(new BreakerTripped(trip));
        hearing.tripped(new BreakerTripped(trip));
        assertThat(scene.steps).extracting(OrderStep::stepId).hasSize(2).containsOnly(scene.steps.get(0).stepId());
        scene.settle();
        assertThat(scene.cancelled.values()).extracting(CancelOrder::clientOrderId).as("sent again, but one order")
                .containsOnly(scene.desk.newest(1).get(0).clientOrderId());
        assertThat(proposed).isEmpty();
        assertThat(kill.isOn()).isFalse();
    }

    @Test
    @DisplayName("S4-M10 B-R3: FLATTEN proposes one exit for each position in its scope, and the desk approves it")
    void flatten_proposes_an_exit_for_each_position() {
        Order entry = filled();
        Trip trip = trip(Scope.symbol(OrderScene.BTC), Rung.FLATTEN);
        hearing.tripped(new BreakerTripped(trip));
        hearing.tripped(new BreakerTripped(trip));
        assertThat(proposed.values()).extracting(StrategyProposed::proposal).singleElement().satisfies(exit -> {
            assertThat(exit.intent()).isEqualTo(Intent.EXIT);
            assertThat(exit.rule()).isEqualTo("risk.breaker.by-hand");
            Order order = scene.order(exit);
            assertThat(order.side()).isEqualTo(Side.SELL);
            assertThat(order.quantity()).isEqualTo(entry.filled());
        });
        assertThat(kill.isOn()).isFalse();
    }

    @Test
    @DisplayName("S4-M10: a breaker of a venue cancels and closes what is traded there and leaves the rest")
    void a_venue_s_breaker_leaves_other_venues_alone() {
        Order near = scene.order(scene.proposal(new InstrumentId("NEARUSDT"), Intent.ENTER, Side.BUY, "30"));
        scene.settle();
        scene.report(near, Kind.ACCEPTED, "0");
        hearing.tripped(new BreakerTripped(trip(Scope.venue("far-venue"), Rung.FLATTEN)));
        assertThat(scene.steps).isEmpty();
        hearing.tripped(new BreakerTripped(trip(Scope.venue("near-venue"), Rung.REDUCE_ONLY)));
        assertThat(scene.steps).extracting(OrderStep::clientOrderId).containsExactly(near.clientOrderId());
        scene.report(near, Kind.FILLED, near.quantity().toString());
        assertThat(proposed).isEmpty();
        Trip further = scene.breakers.tripByHand(OrderScene.ACCOUNT, Scope.venue("far-venue"), Rung.FLATTEN, "tom",
                "again", scene.now.toEpochMilli() + 1);
        hearing.tripped(new BreakerTripped(further));
        assertThat(proposed).isEmpty();
        hearing.tripped(new BreakerTripped(trip(Scope.venue("near-venue"), Rung.FLATTEN)));
        assertThat(proposed.values()).extracting(next -> next.proposal().instrument().value())
                .containsExactly("NEARUSDT");
    }

    @Test
    @DisplayName("B-R14: a venue whose stream is lost loses its entries, once; exits and other venues work on, and "
            + "where the policy keeps them so do entries")
    void a_lost_stream_cancels_entries_of_its_venue() {
        InstrumentId far = new InstrumentId("FARUSDT");
        InstrumentId near = new InstrumentId("NEARUSDT");
        Order held = scene.order(scene.proposal(near, Intent.ENTER, Side.BUY, "30"));
        scene.settle();
        scene.report(held, Kind.ACCEPTED, "0");
        scene.report(held, Kind.FILLED, held.quantity().toString());
        scene.now = scene.now.plusSeconds(61);
        Order exit = scene.order(scene.proposal(near, Intent.EXIT, Side.SELL, "0"));
        Order elsewhere = scene.order(scene.proposal(far, Intent.ENTER, Side.BUY, "30"));
        scene.settle();
        List.of(exit, elsewhere).forEach(order -> scene.report(order, Kind.ACCEPTED, "0"));
        long atMs = scene.now.toEpochMilli();
        assertThat(scene.desk.disconnected(OrderScene.ACCOUNT, "near-venue", "loss-1", this::venue, atMs)).isZero();
        assertThat(scene.desk.disconnected(OrderScene.ACCOUNT, "far-venue", "loss-2", this::venue, atMs)).isOne();
        assertThat(scene.desk.disconnected(OrderScene.ACCOUNT, "far-venue", "loss-2", this::venue, atMs)).isOne();
        assertThat(scene.steps).extracting(OrderStep::stepId).hasSize(2).containsOnly(scene.steps.get(0).stepId());
        assertThat(scene.steps).extracting(OrderStep::clientOrderId).containsOnly(elsewhere.clientOrderId());
        assertThat(scene.steps.get(0).reason()).isEqualTo("the stream of far-venue was lost");
    }

    private String venue(InstrumentId instrument) {
        return OrderScene.terms(instrument).orElseThrow().venue();
    }

    @Test
    @DisplayName("B-R14: an order that nobody knows the venue of lies at every one; a venue that the policy keeps "
            + "loses nothing")
    void what_the_policy_keeps_is_kept() throws Exception {
        scene.close();
        try (OrderScene keeping = new OrderScene(Files.createDirectory(home.resolve("keeping")), 100,
                "order.on-disconnect.tradovate: keep")) {
            keeping.smallOrder();
            keeping.settle();
            long atMs = keeping.now.toEpochMilli();
            assertThat(keeping.desk.disconnected(OrderScene.ACCOUNT, "tradovate", "a", this::venue, atMs)).isZero();
            assertThat(keeping.desk.disconnected(OrderScene.ACCOUNT, "coinbase-spot", "b", this::venue, atMs)).isOne();
        }
        scene = new OrderScene(Files.createDirectory(home.resolve("after")), 100);
    }

    @Test
    void flatten_leaves_what_lies_outside_its_scope() {
        filled();
        hearing.tripped(new BreakerTripped(trip(Scope.strategy("another"), Rung.FLATTEN)));
        assertThat(proposed).isEmpty();
    }

    @Test
    @DisplayName("S4-M10: KILL throws the kill switch and flattens; a restart does again what a stop left undone")
    void kill_throws_the_switch_also_after_a_restart() {
        filled();
        trip(Scope.GLOBAL, Rung.KILL);
        assertThat(kill.isOn()).isFalse();
        hearing.ready();
        assertThat(kill.state()).isInstanceOfSatisfying(KillState.On.class,
                on -> assertThat(on.by()).isEqualTo("breaker by-hand"));
        assertThat(proposed).hasSize(1);
    }

    @Test
    @DisplayName("S4-M10: rejected orders and failed rules are told to the breakers")
    void rejections_and_failures_are_told() {
        for (int i = 0; i < 3; i++) {
            assertThat(scene.breakers.tripped(OrderScene.ACCOUNT, scene.now.toEpochMilli())).isEmpty();
            Order order = scene.smallOrder();
            scene.settle();
            scene.report(order, Kind.REJECTED, "0");
            hearing.changed(new OrderChanged(order.clientOrderId(), OrderState.REJECTED));
            scene.now = scene.now.plusSeconds(61);
        }
        assertThat(scene.breakers.tripped(OrderScene.ACCOUNT, scene.now.toEpochMilli())).extracting(Trip::breaker)
                .containsExactly(Breaker.REJECTIONS);
        for (int i = 0; i < 5; i++) {
            hearing.decided(new DecisionRecorded("d-" + i, OrderScene.BTC, Verdict.Outcome.DENIED,
                    ReasonCode.RULES_FAILED));
        }
        assertThat(scene.breakers.tripped(OrderScene.ACCOUNT, scene.now.toEpochMilli())).extracting(Trip::breaker)
                .contains(Breaker.EXCEPTIONS);
    }
}
