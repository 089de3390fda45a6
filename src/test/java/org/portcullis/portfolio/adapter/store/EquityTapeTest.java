package org.portcullis.portfolio.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.engine.time.Lane;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.portfolio.PortfolioDesk;
import org.portcullis.portfolio.adapter.EquityHearing;
import org.portcullis.risk.RiskRules;
import org.portcullis.risk.adapter.store.BreakerStore;
import org.portcullis.risk.adapter.store.PeakStore;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.EquityMarked;
import org.portcullis.risk.breaker.EquityWatch;
import org.portcullis.risk.breaker.ResultBooked;
import org.springframework.context.ApplicationEventPublisher;

/** What the breaker of the rate of loss reads (B-R8). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EquityTapeTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final long NOON = Instant.parse("2026-11-19T12:00:00Z").toEpochMilli();
    private static final long MINUTE = 60_000;

    private final AccountId account = new AccountId("tape");
    private final EquityStore store = new EquityStore(DATABASE.jdbc());

    @BeforeEach
    void open() {
        DATABASE.jdbc().sql("DELETE FROM portfolio.equity").update();
        DATABASE.jdbc().sql("""
                INSERT INTO portfolio.accounts (account, currency, initial_cash_e8, cash_e8, realised_e8, fees_e8,
                    updated_at)
                VALUES (:account, 'USDT', 1000000000, 1000000000, 0, 0, now()) ON CONFLICT DO NOTHING""")
                .param("account", account.value()).update();
    }

    private EquityHearing hearing(PortfolioDesk desk, EquityWatch watch, ApplicationEventPublisher events) {
        return new EquityHearing(desk, store, watch, account, new Lane(), DATABASE.transactions(), events);
    }

    private ResultBooked lossOf(String amount) {
        return new ResultBooked(account, new InstrumentId("BTCUSDT"), "a", Money.of("-" + amount), true,
                Money.of("10"), NOON);
    }

    private void keep(String equity, long atMs) {
        store.keep(account, atMs, Money.of(equity), Money.of(equity), 0, Money.of("10"));
    }

    @Test
    @DisplayName("B-R8: a fill tells what the account is worth once it is kept, so that the breaker can judge it")
    void a_fill_tells_what_the_account_is_worth() {
        List<Object> told = new ArrayList<>();
        PortfolioDesk desk = new PortfolioDesk(new PortfolioReader(DATABASE.jdbc()), store,
                instrument -> Optional.empty(), instrument -> Optional.empty());
        PolicyBook policy = PolicyBook.open(Path.of("rules/policy.yaml"), "conservative");
        try (RiskRules rules = RiskRules.shipped()) {
            Breakers breakers = new Breakers(new BreakerStore(DATABASE.jdbc()), rules.tripping(), policy, event -> { },
                    DATABASE.transactions());
            hearing(desk, new EquityWatch(new PeakStore(DATABASE.jdbc()), breakers, policy), told::add).onResult(
                    lossOf("1"));
        }
        assertThat(told).containsExactly(new EquityMarked(account, Money.of("10"), NOON));
        assertThat(store.highest(account, NOON)).contains(Money.of("10"));
    }

    @Test
    @DisplayName("B-R8: the highest equity of a window begins with what the account was worth when it began")
    void the_window_begins_with_what_there_was() {
        assertThat(store.highest(account, NOON)).isEmpty();
        keep("120", NOON - 2 * MINUTE);
        keep("110", NOON - MINUTE);
        keep("100", NOON + MINUTE);
        keep("105", NOON + 5 * MINUTE);
        assertThat(store.highest(account, NOON)).as("110 held when it began").contains(Money.of("110"));
        assertThat(store.highest(account, NOON - MINUTE)).as("of exactly its first moment")
                .contains(Money.of("110"));
        assertThat(store.highest(account, NOON - MINUTE - 1)).contains(Money.of("120"));
        assertThat(store.highest(account, NOON + MINUTE)).contains(Money.of("105"));
        assertThat(store.highest(account, NOON + 60 * MINUTE)).as("nothing moved since").contains(Money.of("105"));
        assertThat(new EquityStore(DATABASE.jdbc()).highest(account, 0)).as("over a restart")
                .contains(Money.of("120"));
        assertThat(store.highest(new AccountId("another"), 0)).isEmpty();
    }
}
