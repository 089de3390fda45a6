package org.portcullis.portfolio.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.FillLedger.Fill;
import org.portcullis.risk.RiskRules;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.adapter.store.BreakerStore;
import org.portcullis.risk.adapter.store.ResultStore;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.ResultBooked;
import org.portcullis.risk.breaker.ResultWatch;
import org.portcullis.risk.breaker.Trip;

/** After any sequence of fills the breakers of loss say what the fill ledger says when it is added up afterwards. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RealisedBreakersPropertyTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final long BEGIN = Instant.parse("2026-11-16T00:00:00Z").toEpochMilli();
    private static final long DAY_MS = Duration.ofDays(1).toMillis();
    private static final int SEQUENCES = 30;
    private static final int FILLS = 40;
    private static RiskRules rules;

    @BeforeAll
    static void compile() {
        rules = RiskRules.shipped();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    @Test
    @DisplayName("S0-06 S0-07 S2-CB3: breakers of loss equal a recomputation from the fill ledger")
    void breakers_of_loss_equal_a_recomputation_from_the_ledger() {
        long seed = Long.getLong("seed", 20261121L);
        int withTrips = 0;
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            withTrips += run(new Random(seed + sequence), "seed-" + (seed + sequence)) ? 1 : 0;
        }
        assertThat(withTrips).as("sequences in which something tripped").isBetween(5, SEQUENCES - 1);
    }

    private static boolean run(Random random, String name) {
        AccountId account = new AccountId(name);
        PolicyBook policies = PolicyBook.open(Path.of("rules/policy.yaml"), "conservative");
        Breakers breakers = new Breakers(new BreakerStore(DATABASE.jdbc()), rules.tripping(), policies, event -> { },
                DATABASE.transactions());
        ResultWatch watch = new ResultWatch(new ResultStore(DATABASE.jdbc()), breakers, policies);
        PortfolioStore store = new PortfolioStore(DATABASE.jdbc(), RealisedBreakersPropertyTest::terms, event -> {
            if (event instanceof ResultBooked booked) {
                watch.booked(booked);
            }
        });
        DATABASE.transactions().executeWithoutResult(status ->
                store.openAccount(account, "USDT", Money.of("100000"), BEGIN));
        long atMs = BEGIN;
        long heldE8 = 0;
        for (int number = 0; number < FILLS; number++) {
            atMs += random.nextInt((int) (DAY_MS / 4));
            boolean buy = heldE8 == 0 || random.nextInt(3) == 0;
            long quantityE8 = buy ? (1 + random.nextInt(4)) * FixedPoint.ONE
                    : Math.min(heldE8, (1 + random.nextInt(4)) * FixedPoint.ONE);
            heldE8 += buy ? quantityE8 : -quantityE8;
            Fill fill = new Fill("paper", name + "-" + number, new ClientOrderId(name + "-" + number), account,
                    new InstrumentId("BTCUSDT"), "momentum-core", buy ? Side.BUY : Side.SELL,
                    new Quantity(quantityE8), new Price((950L + random.nextInt(110)) * FixedPoint.ONE),
                    Money.of("0.5"), false, atMs);
            for (int times = 0; times <= random.nextInt(2); times++) {
                DATABASE.transactions().executeWithoutResult(status -> store.book(fill));
            }
            Recomputed truth = Recomputed.of(account, atMs);
            List<Breaker> tripped = breakers.tripped(account, atMs).stream().map(Trip::breaker).toList();
            assertThat(tripped.contains(Breaker.DAILY_LOSS)).as("daily loss, -Dseed, %s, fill %d", name, number)
                    .isEqualTo(truth.dayStopped());
            assertThat(tripped.contains(Breaker.LOSING_STREAK)).as("streak, -Dseed, %s, fill %d", name, number)
                    .isEqualTo(truth.streakStopped());
        }
        return !breakers.history(account, 1).isEmpty();
    }

    private static Optional<TradingTerms> terms(InstrumentId id) {
        return Optional.of(new TradingTerms(id, "BTC", "USDT", FixedPoint.parse("0.01"), FixedPoint.parse("0.001"),
                Quantity.of("0.001"), Money.of("10"), FixedPoint.ONE, Percent.of("0.4"), Percent.of("0.6")));
    }

    /** Adds the ledger up from its first fill, in plain arithmetic. */
    private record Recomputed(boolean dayStopped, boolean streakStopped) {

        static Recomputed of(AccountId account, long nowMs) {
            List<long[]> fills = DATABASE.jdbc().sql("""
                    SELECT realised_e8, (extract(epoch FROM at) * 1000)::bigint AS at_ms,
                        CASE WHEN side = 'BUY' THEN quantity_e8 ELSE -quantity_e8 END AS change_e8
                    FROM portfolio.fills_log WHERE account = :account ORDER BY recorded_at""")
                    .param("account", account.value()).query((row, number) -> new long[] {row.getLong("realised_e8"),
                            row.getLong("at_ms"), row.getLong("change_e8")}).list();
            boolean dayStopped = false;
            boolean streakStopped = false;
            long equity = 100_000 * FixedPoint.ONE;
            long dayStart = equity;
            long day = -1;
            long held = 0;
            long trade = 0;
            int streak = 0;
            for (long[] fill : fills) {
                long fillDay = Math.floorDiv(fill[1], DAY_MS);
                if (fillDay != day) {
                    day = fillDay;
                    dayStart = equity;
                    dayStopped = false;
                }
                equity += fill[0];
                held += fill[2];
                long loss = dayStart - equity;
                dayStopped |= loss >= 450 * FixedPoint.ONE || loss * 100 >= 3 * dayStart;
                if (fill[2] < 0) {
                    trade += fill[0];
                    if (held == 0) {
                        streak = trade < 0 ? streak + 1 : 0;
                        trade = 0;
                        streakStopped |= streak >= 3;
                    }
                }
            }
            return new Recomputed(dayStopped && day == Math.floorDiv(nowMs, DAY_MS), streakStopped);
        }
    }
}
