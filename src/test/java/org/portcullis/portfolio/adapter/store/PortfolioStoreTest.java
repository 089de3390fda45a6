package org.portcullis.portfolio.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.engine.time.Background;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.FillLedger.Booked;
import org.portcullis.order.FillLedger.Fill;
import org.portcullis.portfolio.FillBooked;
import org.portcullis.portfolio.OpenPosition;
import org.portcullis.portfolio.PortfolioDesk;
import org.portcullis.portfolio.adapter.HeldPositions;
import org.portcullis.risk.AccountState;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.TradingTerms;
import org.portcullis.strategy.HeldPosition;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PortfolioStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static int accounts;

    private final AccountId account = new AccountId("paper-" + ++accounts);
    private final List<Object> events = new ArrayList<>();
    private final TransactionTemplate transactions = DATABASE.transactions();
    private final PortfolioStore store = new PortfolioStore(DATABASE.jdbc(), PortfolioStoreTest::terms, events::add);

    @Test
    @DisplayName("S2-ST2: cash, position and profit follow the fills")
    void cash_position_and_profit_follow_the_fills() {
        open("1000");
        assertThat(book(fill("t1", Side.BUY, "2", "100", "0.8"))).isEqualTo(new Booked(true, Money.ZERO, false));
        assertThat(book(fill("t2", Side.SELL, "1", "110", "0.4"))).isEqualTo(new Booked(true, Money.of("9.2"), false));
        AccountState half = transactions.execute(status -> store.lockAndRead(account));
        assertThat(half.cash()).isEqualTo(Money.of("908.8"));
        assertThat(half.held()).containsExactly(
                new AccountState.Held(BTC, "momentum-core", Quantity.of("1"), Money.of("100")));
        assertThat(book(fill("t3", Side.SELL, "1", "90", "0.4"))).isEqualTo(new Booked(true, Money.of("-10.8"), true));
        AccountState flat = transactions.execute(status -> store.lockAndRead(account));
        assertThat(flat.held()).isEmpty();
        assertThat(flat.cash()).isEqualTo(Money.of("998.4"));
        assertThat(flat.realised()).isEqualTo(Money.of("-1.6"));
        assertThat(events).filteredOn(FillBooked.class::isInstance).containsExactly(
                new FillBooked(trade("t1"), BTC), new FillBooked(trade("t2"), BTC), new FillBooked(trade("t3"), BTC));
    }

    @Test
    @DisplayName("the same fill reported again changes nothing")
    void a_repeated_fill_changes_nothing() {
        open("1000");
        book(fill("t1", Side.BUY, "2", "100", "0.8"));
        AccountState once = transactions.execute(status -> store.lockAndRead(account));
        assertThat(book(fill("t1", Side.BUY, "2", "100", "0.8"))).isEqualTo(new Booked(false, Money.ZERO, false));
        AccountState twice = transactions.execute(status -> store.lockAndRead(account));
        assertThat(twice).isEqualTo(once);
        assertThat(events).filteredOn(FillBooked.class::isInstance).hasSize(1);
    }

    @Test
    @DisplayName("B-E6: a venue's fill beyond the position is booked as what it is, a short one")
    void a_fill_beyond_the_position_is_booked_as_what_it_is() {
        open("1000");
        book(fill("t1", Side.BUY, "1", "100", "0"));
        assertThat(book(fill("t2", Side.SELL, "1.5", "110", "0"))).isEqualTo(new Booked(true, Money.of("10"), true));
        AccountState after = transactions.execute(status -> store.lockAndRead(account));
        assertThat(after.cash()).isEqualTo(Money.of("1065"));
        assertThat(after.held()).containsExactly(new AccountState.Held(BTC, "momentum-core", Side.SELL,
                Quantity.of("0.5"), Money.of("55"), false));
        assertThat(reader().fills(account, 10, 0)).hasSize(2);
    }

    @Test
    void money_that_appears_beside_the_ledger_stops_the_next_fill() {
        open("1000");
        book(fill("t1", Side.BUY, "1", "100", "0"));
        DATABASE.jdbc().sql("UPDATE portfolio.accounts SET cash_e8 = cash_e8 + 1 WHERE account = :account")
                .param("account", account.value()).update();
        assertThatThrownBy(() -> book(fill("t2", Side.BUY, "1", "100", "0")))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("does not conserve");
        assertThat(reader().fills(account, 10, 0)).hasSize(1);
    }

    @Test
    void an_account_is_opened_once_and_must_be_open() {
        assertThatThrownBy(() -> book(fill("t1", Side.BUY, "1", "100", "0")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("open it before trading");
        assertThat(store.openAccount(account, "USDT", Money.of("5"), 1)).isTrue();
        assertThat(store.openAccount(account, "USDT", Money.of("7"), 2)).isFalse();
        assertThat(transactions.execute(status -> store.lockAndRead(account)).cash()).isEqualTo(Money.of("5"));
    }

    @Test
    void reading_without_a_transaction_is_refused() {
        open("1");
        assertThatThrownBy(() -> store.lockAndRead(account)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside a transaction");
    }

    @Test
    @DisplayName("a second judgement waits for the first one's transaction")
    void a_second_reader_waits_until_the_first_transaction_ends() throws Exception {
        open("1000");
        ExecutorService second = Executors.newSingleThreadExecutor();
        CountDownLatch started = new CountDownLatch(1);
        try {
            Future<AccountState> waiting = transactions.execute(status -> {
                store.lockAndRead(account);
                Future<AccountState> read = second.submit(() -> {
                    started.countDown();
                    return transactions.execute(inner -> store.lockAndRead(account));
                });
                assertThat(await(started)).isTrue();
                assertThatThrownBy(() -> read.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                store.book(fill("t1", Side.BUY, "1", "100", "0"));
                return read;
            });
            assertThat(waiting.get(60, TimeUnit.SECONDS).cash()).isEqualTo(Money.of("900"));
        } finally {
            second.shutdownNow();
        }
    }

    @Test
    @DisplayName("S2-ST2: stored rows conserve money over 300 random fills of three strategies")
    void stored_rows_conserve_money_over_random_fills() {
        long seed = Long.getLong("seed", 7L);
        Random random = new Random(seed);
        open("100000");
        long[] heldE8 = new long[3];
        for (int number = 0; number < 300; number++) {
            int strategy = random.nextInt(3);
            boolean buy = heldE8[strategy] == 0 || random.nextBoolean();
            long quantityE8 = buy ? 1 + random.nextInt(200_000_000)
                    : 1 + (long) (random.nextDouble() * (heldE8[strategy] - 1));
            heldE8[strategy] += buy ? quantityE8 : -quantityE8;
            Fill fill = new Fill("paper", trade("r" + number), new ClientOrderId("o"), account, BTC, "s" + strategy,
                    buy ? Side.BUY : Side.SELL, new Quantity(quantityE8), new Price(1 + random.nextInt(1_000_000_000)),
                    new Money(random.nextInt(1000) - 100), false, number);
            book(fill);
            assertThat(store.conservation(account).difference()).as("seed %s fill %s", seed, number)
                    .isEqualTo(Money.ZERO);
        }
    }

    @Test
    void the_desk_values_positions_at_the_last_price() {
        open("1000");
        book(fill("t1", Side.BUY, "2", "100", "0.8"));
        PortfolioDesk desk = new PortfolioDesk(reader(), new EquityStore(DATABASE.jdbc()),
                instrument -> Optional.of(new LastPrice(Price.of("120"), 1)), PortfolioStoreTest::terms);
        OpenPosition position = desk.positions(account).get(0);
        assertThat(position.unrealised()).contains(Money.of("39.2"));
        assertThat(position.averageEntry()).isEqualTo(Price.of("100"));
        assertThat(desk.summary(account).orElseThrow().equity()).isEqualTo(Money.of("1039.2"));
        assertThat(desk.fills(account, 5, 0).get(0).price()).isEqualTo(Price.of("100"));
        PortfolioDesk blind = new PortfolioDesk(reader(), new EquityStore(DATABASE.jdbc()),
                instrument -> Optional.empty(), PortfolioStoreTest::terms);
        assertThat(blind.summary(account).orElseThrow().equity()).isEqualTo(Money.of("999.2"));
        assertThat(blind.summary(new AccountId("nobody"))).isEmpty();
    }

    @Test
    @DisplayName("B-S2 a strategy is told what it holds as soon as the fill is booked, and others nothing")
    void a_strategy_is_told_what_it_holds() {
        open("1000");
        PortfolioDesk desk = new PortfolioDesk(reader(), new EquityStore(DATABASE.jdbc()),
                instrument -> Optional.empty(), PortfolioStoreTest::terms);
        HeldPositions held = new HeldPositions(desk, account, new Background());
        assertThat(held.held("momentum-core", BTC)).contains(HeldPosition.NOTHING);
        book(fill("t1", Side.BUY, "2", "100", "0.8"));
        assertThat(held.held("momentum-core", BTC)).as("from memory").contains(HeldPosition.NOTHING);
        held.on(new FillBooked(trade("t1"), BTC));
        assertThat(held.held("momentum-core", BTC))
                .contains(new HeldPosition(1, Price.of("100").e8(), 1_700_000_000_000L));
        assertThat(held.held("another", BTC)).contains(HeldPosition.NOTHING);
        book(fill("t2", Side.SELL, "2", "110", "0.8"));
        held.on(new FillBooked(trade("t2"), BTC));
        assertThat(held.held("momentum-core", BTC)).contains(HeldPosition.NOTHING);
    }

    private void open(String cash) {
        store.openAccount(account, "USDT", Money.of(cash), 0);
    }

    private Booked book(Fill fill) {
        return transactions.execute(status -> store.book(fill));
    }

    private Fill fill(String trade, Side side, String quantity, String price, String fee) {
        return new Fill("paper", trade(trade), new ClientOrderId("o-1"), account, BTC, "momentum-core", side,
                Quantity.of(quantity), Price.of(price), Money.of(fee), false, 1_700_000_000_000L);
    }

    private String trade(String name) {
        return account + "-" + name;
    }

    private PortfolioReader reader() {
        return new PortfolioReader(DATABASE.jdbc());
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Optional<TradingTerms> terms(InstrumentId instrument) {
        return Optional.of(new TradingTerms(instrument, "BTC", "USDT", 1, 1, new Quantity(1), Money.ZERO,
                FixedPoint.ONE, Percent.of("0.4"), Percent.of("0.6")));
    }
}
