package org.portcullis.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Side;
import org.portcullis.risk.breaker.Rung;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/** Sixty-four proposals at once against the real store: the account's row is locked, so no cap is ever overshot. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConcurrentProposalsTest {

    private static final int PROPOSALS = 64;
    private static final int CONNECTIONS = 8;
    private static final String[] WIDE = {"order.gating: none", "risk.positions-max: 100",
        "risk.exposure-total-pct-max: 90", "risk.exposure-asset-pct-max: 90", "risk.exposure-theme-pct-max: 90",
        "risk.exposure-theme-pct-ask: 90", "risk.exposure-venue-pct-max: 90", "risk.exposure-gross-pct-max: 90",
        "risk.exposure-net-pct-max: 90", "orders.per-second-max: 1000", "orders.per-minute-max: 1000",
        "risk.breaker.repeated-execution.max: 1000", "orders.per-fill-floor: 1000",
        "orders.value-max: 90.09"};

    /**
     * Each order is worth 90.09 in an account of 10,000, so that a cap of 10 % holds eleven and nothing like a twelfth
     * in full. As many judgements run at once as the store has connections; the others wait for one.
     */
    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("K5: 64 concurrent proposals never overshoot a cap")
    @CsvSource({
        "risk.exposure-total-pct-max, 10,   1000, 64, 1000",
        "risk.exposure-asset-pct-max, 10,   1000, 1,  1000",
        "risk.exposure-theme-pct-max, 10,   1000, 64, 1000",
        "risk.exposure-venue-pct-max, 10,   1000, 64, 1000",
        "risk.exposure-gross-pct-max, 10,   1000, 64, 1000",
        "risk.exposure-net-pct-max,   10,   1000, 64, 1000",
        "risk.positions-max,          3,    1000, 64, 270.27",
        "orders.per-second-max,       5,    1000, 64, 450.45",
        "orders.per-minute-max,       7,    1000, 64, 630.63",
        "risk.breaker.repeated-execution.max, 5, 1000, 1, 450.45",
        "orders.per-fill-floor,       6,    1000, 64, 540.54",
        "order.gating,                none, 4,    64, 360.36"})
    void sixty_four_proposals_at_once_overshoot_nothing(String parameter, String value, int entriesPerCycle,
            int symbols, String most, @TempDir Path home) throws Exception {
        List<String> limits = new ArrayList<>(List.of(WIDE));
        limits.removeIf(line -> line.startsWith(parameter + ":"));
        limits.add(parameter + ": " + value);
        try (OrderScene scene = new OrderScene(home, entriesPerCycle, limits.toArray(String[]::new))) {
            ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
            CyclicBarrier start = new CyclicBarrier(CONNECTIONS);
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < PROPOSALS; number++) {
                Proposal proposal = proposal(scene, number, number % symbols);
                running.add(threads.submit(() -> {
                    start.await();
                    scene.desk.onProposal(proposal, 0);
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
            threads.shutdown();
            assertThat(committed(scene)).isLessThanOrEqualTo(Money.of(most))
                    .isGreaterThan(Money.of(most).minus(Money.of("11")));
            assertThat(scene.rows().get("risk.decisions_log")).isEqualTo(PROPOSALS);
        }
    }

    @Test
    @DisplayName("K5 S4-M10: of 64 concurrent proposals none of the tripped venue leaves after its breaker has tripped")
    void no_proposal_of_a_tripped_venue_leaves_after_its_breaker(@TempDir Path home) throws Exception {
        try (OrderScene scene = new OrderScene(home, 1000, WIDE)) {
            // so many orders need new blocks of workflow ids, which are fetched over a connection of their own
            ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS / 2);
            AtomicBoolean tripped = new AtomicBoolean();
            Set<String> late = ConcurrentHashMap.newKeySet();
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < PROPOSALS; number++) {
                Proposal proposal = proposal(scene, number, (number % 2 == 0 ? "NEAR" : "FAR") + number);
                boolean trips = number == PROPOSALS / 4;
                running.add(threads.submit(() -> {
                    if (trips) {
                        scene.breakers.tripByHand(OrderScene.ACCOUNT, Scope.venue("near-venue"), Rung.BLOCK_ENTRIES,
                                "tom", "test", scene.now.toEpochMilli());
                        tripped.set(true);
                    }
                    if (tripped.get()) {
                        late.add(proposal.proposalId());
                    }
                    scene.desk.onProposal(proposal, 0);
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
            threads.shutdown();
            assertThat(late).hasSizeGreaterThan(PROPOSALS / 4);
            List<Order> orders = scene.desk.newest(PROPOSALS);
            assertThat(orders).filteredOn(order -> order.instrument().value().startsWith("FAR"))
                    .hasSize(PROPOSALS / 2);
            assertThat(orders).filteredOn(order -> order.instrument().value().startsWith("NEAR"))
                    .extracting(Order::proposalId).doesNotContainAnyElementsOf(late);
        }
    }

    /** The stop lies far away, so that the largest worth of an order decides its size. */
    private static Proposal proposal(OrderScene scene, int number, int symbol) {
        return proposal(scene, number, "COIN" + symbol);
    }

    private static Proposal proposal(OrderScene scene, int number, String symbol) {
        long atMs = scene.now.toEpochMilli();
        return new Proposal("p-" + number, "momentum-core", "rule", Intent.ENTER, new InstrumentId(symbol),
                Side.BUY, atMs - 60_000, atMs, FixedPoint.parse("100"), FixedPoint.parse("30"), 0, 0.5, "v",
                new TreeMap<>());
    }

    private static Money committed(OrderScene scene) {
        return scene.desk.newest(PROPOSALS).stream()
                .map(order -> order.limitPrice().times(order.quantity(), FixedPoint.ONE))
                .reduce(Money.ZERO, Money::plus);
    }
}
