package org.portcullis.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.risk.RiskRules;
import org.portcullis.risk.adapter.store.BreakerStore;
import org.portcullis.risk.adapter.store.ResultStore;
import org.portcullis.risk.breaker.BreakerBook.Entry;
import org.portcullis.risk.breaker.BreakerBook.Event;
import org.portcullis.risk.domain.breaker.LosingStreak;

/** Breakers over the real rules, the real policy and the real tables. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BreakersTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final InstrumentId ETH = new InstrumentId("ETHUSDT");
    private static final String PACK = "momentum-core";
    /** A Thursday at noon. */
    private static final long NOON = Instant.parse("2026-11-19T12:00:00Z").toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static RiskRules rules;

    private final AccountId account = new AccountId("breakers-" + ACCOUNTS.incrementAndGet());
    private final List<Object> events = Collections.synchronizedList(new ArrayList<>());
    private final PolicyBook policies = PolicyBook.open(Path.of("rules/policy.yaml"), "conservative");
    private Money equity = Money.of("100000");

    @BeforeAll
    static void compile() {
        rules = RiskRules.shipped();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    private Breakers breakers(TrippingRules tripping) {
        return new Breakers(new BreakerStore(DATABASE.jdbc()), tripping, policies, events::add,
                DATABASE.transactions());
    }

    private Breakers breakers() {
        return breakers(rules.tripping());
    }

    private void trade(InstrumentId instrument, String realised, boolean closed, long atMs) {
        equity = equity.plus(Money.of(realised));
        DATABASE.transactions().executeWithoutResult(status -> new ResultWatch(new ResultStore(DATABASE.jdbc()),
                breakers(), policies).booked(new ResultBooked(account, instrument, PACK, Money.of(realised), closed,
                equity, atMs)));
    }

    private List<Breaker> tripped(long atMs) {
        return breakers().tripped(account, atMs).stream().map(Trip::breaker).toList();
    }

    @Test
    @DisplayName("S0-06 S2-CB3: 450 lost in a day stop trading until the day is over, a cent less does not")
    void the_loss_of_a_day_stops_trading_for_the_day() {
        trade(BTC, "-449.99", true, NOON);
        assertThat(tripped(NOON)).isEmpty();
        trade(ETH, "-0.01", true, NOON + 1000);
        assertThat(tripped(NOON + 1000)).containsExactly(Breaker.DAILY_LOSS);
        long midnight = Instant.parse("2026-11-20T00:00:00Z").toEpochMilli();
        assertThat(tripped(midnight - 1)).containsExactly(Breaker.DAILY_LOSS);
        assertThat(tripped(midnight)).isEmpty();
        trade(ETH, "0", true, midnight);
        trade(ETH, "-449.99", true, midnight);
        assertThat(tripped(midnight)).isEmpty();
    }

    @Test
    @DisplayName("S2-CB3: 3 % of a day's first equity stop trading when they are less than 450")
    void the_smaller_of_amount_and_share_is_reached_first() {
        equity = Money.of("10000");
        trade(BTC, "-299.99", true, NOON);
        assertThat(tripped(NOON)).isEmpty();
        trade(BTC, "-0.01", true, NOON);
        assertThat(tripped(NOON)).containsExactly(Breaker.DAILY_LOSS);
        assertThat(breakers().tripped(account, NOON).get(0).reading().unit()).isEqualTo("%");
    }

    @Test
    @DisplayName("S2-CB3: 7 % lost in a week, Monday to Sunday, stop trading until the week is over")
    void the_loss_of_a_week_stops_trading_for_the_week() {
        long monday = Instant.parse("2026-11-16T09:00:00Z").toEpochMilli();
        equity = Money.of("10000");
        for (int day = 0; day < 3; day++) {
            trade(BTC, "-230", true, monday + day * DAY);
            trade(BTC, "1", true, monday + day * DAY + 1);
        }
        assertThat(tripped(monday + 3 * DAY)).isEmpty();
        trade(BTC, "-13", true, monday + 3 * DAY);
        assertThat(tripped(monday + 3 * DAY)).containsExactly(Breaker.WEEKLY_LOSS);
        assertThat(tripped(Instant.parse("2026-11-22T23:59:59.999Z").toEpochMilli())).isNotEmpty();
        assertThat(tripped(Instant.parse("2026-11-23T00:00:00Z").toEpochMilli())).isEmpty();
    }

    @Test
    @DisplayName("S0-07: three trades in a row at a loss stop trading; parts of one exit count once, a profit ends "
            + "the row")
    void three_losses_in_a_row_stop_trading() {
        trade(BTC, "-1", true, NOON);
        trade(BTC, "-1", false, NOON + 1);
        trade(BTC, "-1", false, NOON + 2);
        trade(BTC, "-1", true, NOON + 3);
        assertThat(tripped(NOON + 3)).isEmpty();
        trade(ETH, "0", true, NOON + 4);
        trade(BTC, "-1", true, NOON + 5);
        trade(BTC, "-1", true, NOON + 6);
        assertThat(tripped(NOON + 6)).isEmpty();
        trade(BTC, "0.5", false, NOON + 7);
        trade(BTC, "-1", true, NOON + 8);
        assertThat(tripped(NOON + 8)).containsExactly(Breaker.LOSING_STREAK);
    }

    @Test
    void a_late_fill_counts_on_its_own_day() {
        trade(BTC, "-400", true, NOON);
        trade(BTC, "-400", true, NOON - DAY);
        assertThat(tripped(NOON)).isEmpty();
        trade(BTC, "-50", true, NOON - DAY);
        assertThat(tripped(NOON)).containsExactly(Breaker.LOSING_STREAK);
        assertThat(tripped(NOON - DAY)).containsExactlyInAnyOrder(Breaker.LOSING_STREAK, Breaker.DAILY_LOSS);
    }

    @Test
    @DisplayName("S4-M10: two breakers at once are both kept, and both must go")
    void two_breakers_trip_at_once_and_both_must_go() {
        trade(BTC, "-1", true, NOON);
        trade(BTC, "-1", true, NOON + 1);
        trade(BTC, "-450", true, NOON + 2);
        assertThat(tripped(NOON + 2)).containsExactlyInAnyOrder(Breaker.DAILY_LOSS, Breaker.LOSING_STREAK);
        assertThat(breakers().rearm(account, Breaker.LOSING_STREAK, Scope.GLOBAL, "rita", "looked", NOON + 3))
                .isInstanceOf(BreakerRearming.Rearmed.class);
        assertThat(tripped(NOON + 3)).containsExactly(Breaker.DAILY_LOSS);
        trade(BTC, "5", true, NOON + 4);
        assertThat(tripped(NOON + 4)).as("a profit trips nothing again").containsExactly(Breaker.DAILY_LOSS);
    }

    @Test
    @DisplayName("S4-M10 B-R16: who tripped a breaker does not re-arm it; a second person does, and both are on record")
    void the_person_who_tripped_it_does_not_rearm_it() {
        breakers().tripByHand(account, Scope.symbol(BTC), Rung.REDUCE_ONLY, "tom", "odd prints", NOON);
        assertThat(breakers().rearm(account, Breaker.BY_HAND, Scope.symbol(BTC), " Tom ", "fine again", NOON + 1))
                .isEqualTo(new BreakerRearming.SecondPersonNeeded("tom"));
        assertThat(breakers().rearm(account, Breaker.BY_HAND, Scope.GLOBAL, "rita", "fine", NOON + 1))
                .isEqualTo(new BreakerRearming.NotTripped());
        assertThatThrownBy(() -> breakers().rearm(account, Breaker.BY_HAND, Scope.symbol(BTC), "rita", " ", NOON + 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(tripped(NOON + 1)).containsExactly(Breaker.BY_HAND);
        breakers().rearm(account, Breaker.BY_HAND, Scope.symbol(BTC), "rita", "fine again", NOON + 2);
        assertThat(tripped(NOON + 2)).isEmpty();
        assertThat(breakers().history(account, 10)).containsExactly(
                new Entry(Breaker.BY_HAND, Scope.symbol(BTC), Rung.REDUCE_ONLY, Event.REARMED, "rita", "fine again",
                        NOON + 2),
                new Entry(Breaker.BY_HAND, Scope.symbol(BTC), Rung.REDUCE_ONLY, Event.TRIPPED, "tom", "odd prints",
                        NOON));
    }

    @Test
    void the_first_trip_stays_until_a_later_one_goes_further() {
        breakers().tripByHand(account, Scope.GLOBAL, Rung.REDUCE_ONLY, "tom", "first", NOON);
        breakers().tripByHand(account, Scope.GLOBAL, Rung.WARN, "ann", "milder", NOON + 1);
        breakers().tripByHand(account, Scope.GLOBAL, Rung.REDUCE_ONLY, "ann", "the same", NOON + 2);
        assertThat(breakers().tripped(account, NOON + 3)).extracting(Trip::reason).containsExactly("first");
        breakers().tripByHand(account, Scope.GLOBAL, Rung.KILL, "ann", "further", NOON + 4);
        assertThat(breakers().tripped(account, NOON + 5)).extracting(Trip::reason).containsExactly("further");
        assertThat(breakers().history(account, 10)).extracting(Entry::event)
                .containsExactly(Event.CLIMBED, Event.TRIPPED);
    }

    @Test
    void sixty_four_trips_at_once_are_one_trip() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<Trip>> trips = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                int number = i;
                trips.add(pool.submit(() -> breakers().tripByHand(account, Scope.GLOBAL, Rung.BLOCK_ENTRIES,
                        "p" + number, "together", NOON)));
            }
            for (Future<Trip> trip : trips) {
                trip.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(tripped(NOON)).hasSize(1);
        assertThat(breakers().history(account, 100)).hasSize(1);
        assertThat(events).hasSize(1);
    }

    @Test
    void a_breaker_whose_rule_is_gone_trips() throws Exception {
        try (RiskRules edited = RiskRules.edited(risk -> RiskRules.removeRule(risk.resolve("tripping.drl"),
                "risk.tripping.trip-on-losing-streak"))) {
            breakers(edited.tripping()).measure(account, Scope.GLOBAL, List.of(), Set.of(Breaker.LOSING_STREAK), NOON);
        }
        assertThat(breakers().tripped(account, NOON)).singleElement()
                .satisfies(trip -> assertThat(trip.reason()).contains("no rule"));
    }

    @Test
    void rules_that_fail_stop_entries() throws Exception {
        try (RiskRules edited = RiskRules.edited(risk -> Files.delete(risk.resolve("tripping.drl")))) {
            breakers(edited.tripping()).measure(account, Scope.GLOBAL, List.of(new LosingStreak(0)),
                    EnumSet.noneOf(Breaker.class), NOON);
        }
        assertThat(tripped(NOON)).containsExactly(Breaker.EXCEPTIONS);
    }

    @Test
    void a_breaker_whose_time_is_over_is_swept_and_remembered() {
        trade(BTC, "-450", true, NOON);
        breakers().sweep(account, NOON + 1);
        assertThat(breakers().history(account, 10)).hasSize(1);
        breakers().sweep(account, NOON + DAY);
        breakers().sweep(account, NOON + DAY);
        assertThat(breakers().history(account, 10)).extracting(Entry::event)
                .containsExactly(Event.ENDED, Event.TRIPPED);
        assertThatThrownBy(() -> DATABASE.jdbc().sql("DELETE FROM risk.breaker_log").update())
                .rootCause().hasMessageContaining("permission denied");
    }

    @Test
    void scopes_cover_what_they_name() {
        assertThat(Scope.GLOBAL.covers(PACK, BTC, "binance-spot")).isTrue();
        assertThat(Scope.symbol(BTC).covers(PACK, BTC, "binance-spot")).isTrue();
        assertThat(Scope.symbol(BTC).covers(PACK, ETH, "binance-spot")).isFalse();
        assertThat(Scope.strategy(PACK).covers(PACK, ETH, "binance-spot")).isTrue();
        assertThat(Scope.strategy(PACK).covers("other", ETH, "binance-spot")).isFalse();
        assertThat(Scope.venue("binance-spot").covers(PACK, BTC, "binance-spot")).isTrue();
        assertThat(Scope.venue("binance-usdm").covers(PACK, BTC, "binance-spot")).isFalse();
        assertThat(Scope.venue("binance-usdm").covers(PACK, BTC, "")).as("nobody knows where").isTrue();
        assertThatThrownBy(() -> new Scope(Scope.Kind.SYMBOL, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
