package org.portcullis.risk.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.risk.RiskRules;
import org.portcullis.risk.adapter.store.BreakerStore;
import org.portcullis.risk.adapter.store.PeakStore;

/** The drawdown of an account's equity over the real rules, the real policy and the real tables. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EquityWatchTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();
    private static final long NOON = Instant.parse("2026-11-19T12:00:00Z").toEpochMilli();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static RiskRules rules;

    private final AccountId account = new AccountId("equity-" + ACCOUNTS.incrementAndGet());
    private final List<Object> events = new ArrayList<>();
    private final PolicyBook policies = PolicyBook.open(Path.of("rules/policy.yaml"), "conservative");

    @BeforeAll
    static void compile() {
        rules = RiskRules.shipped();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    private Breakers breakers() {
        return new Breakers(new BreakerStore(DATABASE.jdbc()), rules.tripping(), policies, events::add,
                DATABASE.transactions());
    }

    private List<Breaker> tripped(long atMs) {
        return breakers().tripped(account, atMs).stream().map(Trip::breaker).toList();
    }

    private void worth(String now, long atMs) {
        DATABASE.transactions().executeWithoutResult(status -> watch().seen(account, Money.of("10000"), Money.of(now),
                atMs));
    }

    /** As after a restart: it remembers nothing itself. */
    private EquityWatch watch() {
        return new EquityWatch(new PeakStore(DATABASE.jdbc()), breakers(), policies);
    }

    @ParameterizedTest(name = "{0} of a peak of 12,000")
    @DisplayName("S2-REQ-DD1 S2-CB4 B-R7: 10 % below the peak, open profit included, stops trading; a step less "
            + "does not")
    @CsvSource({"10800.01, false", "10800, true", "10799.99, true"})
    void a_drawdown_stops_trading_on_its_limit(String now, boolean trips) {
        worth("9999", NOON);
        worth("12000", NOON + 60_000);
        worth("11000", NOON + 120_000);
        assertThat(tripped(NOON + 120_000)).isEmpty();
        worth(now, NOON + 180_000);
        assertThat(tripped(NOON + 180_000)).isEqualTo(trips ? List.of(Breaker.DRAWDOWN) : List.of());
        worth("12000", NOON + 240_000);
        assertThat(tripped(NOON + 3000 * DAY)).as("until a person lets it go").hasSize(trips ? 1 : 0);
        assertThat(events).filteredOn(BreakerTripped.class::isInstance).hasSize(trips ? 1 : 0);
    }

    @Test
    @DisplayName("S2-REQ-DD1: what the account began with is its first peak, also for books kept before")
    void the_first_peak_is_that_of_the_books() {
        worth("9000", NOON);
        assertThat(tripped(NOON)).containsExactly(Breaker.DRAWDOWN);
    }

    @Test
    @DisplayName("S2-REQ-DD1: once a person let it go, the fall is measured from the highest equity since")
    void after_a_person_let_it_go_the_peak_begins_anew() {
        worth("9000", NOON);
        breakers().rearm(account, Breaker.DRAWDOWN, Scope.GLOBAL, "rita", "looked at it", NOON + 1);
        worth("8999", NOON + 60_000);
        worth("9500", NOON + 120_000);
        worth("8550.01", NOON + 180_000);
        assertThat(tripped(NOON + 180_000)).isEmpty();
        worth("8550", NOON + 240_000);
        assertThat(tripped(NOON + 240_000)).containsExactly(Breaker.DRAWDOWN);
    }

    @Test
    @DisplayName("S2-REQ-DD1: money paid in is no profit: the peak goes with it; what is missing counts as lost")
    void money_paid_in_is_no_profit() {
        worth("10000", NOON);
        watch().paidIn(account, Money.of("5000"));
        worth("13500.01", NOON + 60_000);
        assertThat(tripped(NOON + 60_000)).isEmpty();
        worth("13500", NOON + 120_000);
        assertThat(tripped(NOON + 120_000)).containsExactly(Breaker.DRAWDOWN);
    }
}
