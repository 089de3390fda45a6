package org.portcullis.portfolio.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.engine.time.Lane;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.market.BarsSeen;
import org.portcullis.order.FillLedger.Fill;
import org.portcullis.portfolio.EquityDay;
import org.portcullis.portfolio.EquityPoint;
import org.portcullis.portfolio.PortfolioDesk;
import org.portcullis.portfolio.adapter.EquityHearing;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.RiskRules;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.adapter.store.BreakerStore;
import org.portcullis.risk.adapter.store.PeakStore;
import org.portcullis.risk.breaker.Breaker;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.EquityWatch;
import org.portcullis.risk.breaker.ResultBooked;
import org.portcullis.risk.breaker.Trip;

/** What an account was worth, and the breaker that judges it, over the real tables and rules. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EquityKeepingTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final RiskRules RULES = RiskRules.shipped();
    private static final InstrumentId SPOT = new InstrumentId("BTCUSDT");
    private static final long T0 = 1_767_225_600_000L;
    private static int accounts;
    private final AccountId account = new AccountId("equity-" + ++accounts);
    private final PolicyBook policy = PolicyBook.open(Path.of("rules/policy.yaml"), "conservative");
    private final EquityStore equity = new EquityStore(DATABASE.jdbc());
    private String mark = "100";
    private final PortfolioDesk desk = new PortfolioDesk(new PortfolioReader(DATABASE.jdbc()), equity,
            instrument -> Optional.of(new LastPrice(Price.of(mark), 1)), EquityKeepingTest::terms);
    private final Breakers breakers = new Breakers(new BreakerStore(DATABASE.jdbc()), RULES.tripping(), policy,
            event -> { }, DATABASE.transactions());
    private final EquityHearing hearing = restarted();
    private final PortfolioStore store = new PortfolioStore(DATABASE.jdbc(), EquityKeepingTest::terms, this::told);

    @AfterAll
    static void close() {
        RULES.close();
    }

    /** Buys 1,000 at 100 for 600 of fees, out of a million. */
    @BeforeEach
    void open() {
        DATABASE.transactions().executeWithoutResult(status -> {
            store.openAccount(account, "USDT", Money.of("1000000"), T0);
            store.book(new Fill("paper", account + "-1", new ClientOrderId("o-1"), account, SPOT, "a", Side.BUY,
                    Quantity.of("1000"), Price.of("100"), Money.of("600"), false, T0));
        });
    }

    private void told(Object event) {
        if (event instanceof ResultBooked booked) {
            hearing.onResult(booked);
        }
    }

    /** It remembers nothing itself. */
    private EquityHearing restarted() {
        return new EquityHearing(desk, equity, new EquityWatch(new PeakStore(DATABASE.jdbc()), breakers, policy),
                account, new Lane(), DATABASE.transactions(), event -> { });
    }

    @Test
    @DisplayName("B-R3: fees since a moment are those of the fills that were booked")
    void fees_are_those_of_the_fills() {
        assertThat(equity.paid(account, T0)).isEqualTo(Money.of("600"));
        assertThat(equity.paid(account, T0 + 1)).isEqualTo(Money.ZERO);
    }

    private List<Breaker> tripped() {
        return breakers.tripped(account, T0).stream().map(Trip::breaker).toList();
    }

    private static BarsSeen bars(int minute) {
        return new BarsSeen(List.of(new Bar(SPOT, T0 + minute * 60_000L, 1, 1, 1, 1, 1)));
    }

    private static Optional<TradingTerms> terms(InstrumentId instrument) {
        return Optional.of(new TradingTerms(instrument, "BTC", "USDT", FixedPoint.parse("0.01"),
                FixedPoint.parse("0.001"), Quantity.of("0.01"), Money.ZERO, FixedPoint.ONE, Percent.of("0.4"),
                Percent.of("0.6")));
    }

    @Test
    @DisplayName("S2-REQ-DD1: equity, peak and drawdown are kept by minute and by day, and a restart goes on with them")
    void equity_peak_and_drawdown_are_kept() {
        mark = "110";
        hearing.onBars(bars(3));
        mark = "60";
        hearing.onBars(bars(4));
        hearing.onBars(bars(4));
        hearing.onBars(bars(5));
        restarted().onBars(bars(1_440));
        List<EquityPoint> points = desk.equityMinutes(account, Instant.EPOCH, 100);
        Money fee = Money.of("600");
        assertThat(points).extracting(EquityPoint::equity).containsExactly(Money.of("1000000").minus(fee),
                Money.of("1010000").minus(fee), Money.of("960000").minus(fee), Money.of("960000").minus(fee));
        // from 1,009,400 to 959,400 are 4.953437686... %, rounded up
        assertThat(points.get(2).drawdown()).isEqualTo(Percent.of("4.95343769"));
        assertThat(points.get(2).peak()).isEqualTo(Money.of("1009400"));
        List<EquityDay> days = desk.equityDays(account, 10);
        assertThat(days).hasSize(2);
        assertThat(days.get(1).highest()).isEqualTo(Money.of("1009400"));
        assertThat(days.get(1).lowest()).isEqualTo(Money.of("959400"));
        assertThat(days.get(1).drawdown()).isEqualTo(Percent.of("4.95343769"));
        assertThat(days.get(0).peak()).isEqualTo(Money.of("1009400"));
    }

    @Test
    @DisplayName("S2-REQ-DD1 S2-CB4: an open loss trips the drawdown on its limit and not a cent before, measured from "
            + "the kept peak over restarts; told again it is the same trip")
    void an_open_loss_trips_the_drawdown() {
        mark = "110";
        hearing.onBars(bars(3));
        // the peak is 1,009,400 and cash 899,400: 10 % below the peak the mark is 9.06
        mark = "9.07";
        restarted().onBars(bars(4));
        assertThat(tripped()).isEmpty();
        mark = "9.06";
        restarted().onBars(bars(5));
        assertThat(tripped()).containsExactly(Breaker.DRAWDOWN);
        hearing.onBars(bars(5));
        mark = "9.05";
        restarted().onBars(bars(6));
        assertThat(breakers.history(account, 10)).hasSize(1);
        assertThat(breakers.tripped(account, T0).get(0).reading().actualE8()).isEqualTo(10 * FixedPoint.ONE);
    }

    @Test
    @DisplayName("S2-REQ-DD1: the same bars seen again from the beginning trip the same breaker at the same moment")
    void a_replay_trips_the_same() {
        List<String> marks = List.of("101", "110", "60", "9.07", "9.06", "20", "9.05");
        for (int minute = 0; minute < marks.size(); minute++) {
            mark = marks.get(minute);
            hearing.onBars(bars(minute + 1));
        }
        assertThat(breakers.tripped(account, T0)).singleElement()
                .satisfies(trip -> assertThat(trip.atMs()).isEqualTo(T0 + 6 * 60_000L));
    }
}
