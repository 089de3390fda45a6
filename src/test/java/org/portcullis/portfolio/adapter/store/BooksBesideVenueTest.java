package org.portcullis.portfolio.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.portcullis.market.FundingDue;
import org.portcullis.market.FundingSeen;
import org.portcullis.order.FillLedger.Fill;
import org.portcullis.order.OrderReport;
import org.portcullis.order.SubmitOrder;
import org.portcullis.portfolio.OpenPosition;
import org.portcullis.portfolio.PortfolioDesk;
import org.portcullis.portfolio.PositionReduced;
import org.portcullis.portfolio.VenueSnapshot;
import org.portcullis.portfolio.adapter.FundingHearing;
import org.portcullis.risk.MandatoryCheck;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.breaker.ResultBooked;
import org.portcullis.strategy.Intent;
import org.portcullis.venue.Commands;
import org.portcullis.venue.Contract;
import org.portcullis.venue.MemoryLedger;
import org.portcullis.venue.paper.PaperVenue;

/** Stored books beside the paper venue's: spot, a perpetual with funding, a future, both sides, three strategies. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BooksBesideVenueTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final InstrumentId SPOT = new InstrumentId("BTCUSDT");
    private static final InstrumentId PERPETUAL = new InstrumentId("BTCPERP");
    private static final InstrumentId FUTURE = new InstrumentId("MNQ");
    private static final long T0 = Commands.T0_MS;
    private static int accounts;
    private final AccountId account = new AccountId("books-" + ++accounts);
    private final MemoryLedger ledger = new MemoryLedger();
    private PaperVenue venue = venue();
    private PolicyBook policy = PolicyBook.open(Path.of("rules/policy.yaml"), "conservative");
    private final PortfolioStore store = new PortfolioStore(DATABASE.jdbc(), BooksBesideVenueTest::terms, this::told);
    private final FundingStore fundings = new FundingStore(DATABASE.jdbc(), store, BooksBesideVenueTest::terms,
            this::told);
    private final EquityStore equity = new EquityStore(DATABASE.jdbc());
    private long mark = 100;
    private final PortfolioDesk desk = new PortfolioDesk(new PortfolioReader(DATABASE.jdbc()), equity,
            instrument -> Optional.of(new LastPrice(new Price(mark * FixedPoint.ONE), 1)), BooksBesideVenueTest::terms);
    private final List<ResultBooked> results = new ArrayList<>();
    private int orders;

    @BeforeEach
    void open() {
        DATABASE.transactions().executeWithoutResult(status ->
                store.openAccount(account, "USDT", Money.of("1000000"), T0));
    }

    @Test
    @DisplayName("S2-ST2 S0-08 B-E5 B-E6: fills of both sides, repeated and out of order, conserve and agree with the "
            + "venue's books at every moment, funding included")
    void random_fills_agree_with_the_venue() {
        long seed = Long.getLong("seed", 20261121L);
        int fills = Integer.getInteger("fills", 500);
        Random random = new Random(seed);
        int booked = 0;
        int repeated = 0;
        for (int minute = 0; booked < fills; minute++) {
            List<Fill> told = new ArrayList<>();
            for (int order = 0; order < 3; order++) {
                InstrumentId instrument = List.of(SPOT, PERPETUAL, FUTURE).get(random.nextInt(3));
                String strategy = "abc".substring(random.nextInt(3)).substring(0, 1);
                told.addAll(trade(minute, instrument, strategy, random.nextBoolean() ? Side.BUY : Side.SELL,
                        1 + random.nextInt(5), 80 + random.nextInt(40)));
            }
            List<Fill> heard = new ArrayList<>(told);
            heard.addAll(told.subList(0, random.nextInt(told.size() + 1)));
            Collections.shuffle(heard, random);
            for (Fill fill : heard) {
                boolean first = DATABASE.transactions().execute(status -> store.book(fill)).firstTime();
                booked += first ? 1 : 0;
                repeated += first ? 0 : 1;
            }
            if (random.nextInt(6) == 0) {
                FundingDue due = new FundingDue(PERPETUAL, T0 + (minute + 1) * 60_000L, random.nextInt(300_000)
                        - 100_000, (80 + random.nextInt(40)) * FixedPoint.ONE);
                venue.onFunding(List.of(due, due));
                fund(due);
                fund(due);
            }
            if (minute % 5 == 0) {
                agree(T0 + (minute + 1) * 60_000L - random.nextInt(3) * 60_000L, "seed " + seed + " minute " + minute);
            }
        }
        venue = venue();
        agree(Long.MAX_VALUE / 1_000_000, "seed " + seed + " after the venue's restart");
        assertThat(repeated).isPositive();
        assertThat(DATABASE.jdbc().sql("SELECT count(*) FROM portfolio.fundings_log WHERE account = :a")
                .param("a", account.value()).query(Long.class).single()).isPositive();
    }

    @Test
    @DisplayName("B-D12: longs pay a positive rate, once for each contract and time, shared by strategy; offsetting "
            + "strategies pay each other")
    void longs_pay_a_positive_rate_once() {
        book(0, PERPETUAL, "a", Side.BUY, 10, 100);
        book(0, PERPETUAL, "b", Side.SELL, 4, 100);
        FundingDue due = new FundingDue(PERPETUAL, T0 + 120_000, 100_000, 100 * FixedPoint.ONE);
        book(5, PERPETUAL, "a", Side.BUY, 50, 100); // later: it held ten when it was due
        Money before = cash();
        venue.onFunding(List.of(due));
        fund(due);
        // 0.1 % of 10 x 100 is paid, of 4 x 100 is received; the venue sees 6 x 100
        assertThat(cash().minus(before)).isEqualTo(Money.of("-0.6"));
        assertThat(results.subList(results.size() - 2, results.size())).extracting(ResultBooked::realised)
                .containsExactly(Money.of("-1"), Money.of("0.4"));
        fund(due);
        venue.onFunding(List.of(due));
        assertThat(cash().minus(before)).isEqualTo(Money.of("-0.6"));
        assertThat(desk.summary(account).orElseThrow().funding()).isEqualTo(Money.of("-0.6"));
        agree(T0 + 60_000_000L, "funded");
        agree(T0 + 119_999L, "before it was due");
    }

    @Test
    @DisplayName("S0-05: a future moves cash by fees and profit only, and counts in equity by its profit")
    void a_future_moves_cash_by_fees_and_profit_only() {
        Fill entry = book(0, FUTURE, "a", Side.SELL, 3, 100).get(0);
        assertThat(cash()).isEqualTo(Money.of("1000000").minus(entry.fee()));
        mark = 90;
        OpenPosition open = desk.positions(account).get(0);
        assertThat(open.side()).isEqualTo(Side.SELL);
        assertThat(open.value()).isEqualTo(Money.of("60"));
        assertThat(desk.summary(account).orElseThrow().equity()).isEqualTo(cash().plus(Money.of("60")));
        Fill exit = book(1, FUTURE, "a", Side.BUY, 3, 95).get(0);
        assertThat(cash()).isEqualTo(Money.of("1000030").minus(entry.fee()).minus(exit.fee()));
        assertThat(results.get(results.size() - 1).closed()).isTrue();
    }

    @Test
    @DisplayName("dust is money but no position; it is kept at its cost, or written off where the policy says so")
    void dust_is_kept_or_written_off() throws IOException {
        direct(Side.BUY, "1");
        direct(Side.SELL, "0.99");
        assertThat(desk.positions(account)).singleElement().matches(open -> !open.dust());
        direct(Side.SELL, "0.001");
        assertThat(desk.positions(account)).singleElement().matches(OpenPosition::dust)
                .extracting(OpenPosition::cost).isEqualTo(Money.of("0.9"));
        assertThat(desk.summary(account).orElseThrow().positions()).isZero();
        assertThat(desk.summary(account).orElseThrow().dust()).isEqualTo(1);
        Path file = Files.createTempFile("policy", ".yaml");
        Files.writeString(file, Files.readString(Path.of("rules/policy.yaml"))
                + "\n  test:\n    portfolio.dust.write-off: true\n");
        policy = PolicyBook.open(file, "test");
        direct(Side.SELL, "0.001");
        OpenPosition dust = desk.positions(account).get(0);
        assertThat(dust.quantity()).isEqualTo(Quantity.of("0.008"));
        assertThat(dust.cost()).isEqualTo(Money.ZERO);
        assertThat(dust.entryFees()).isEqualTo(Money.ZERO);
        assertThat(results.get(results.size() - 1).realised()).isEqualTo(Money.of("-0.8"));
        store.conserve(account);
        direct(Side.BUY, "0.001");
        assertThat(desk.positions(account).get(0).cost()).as("a purchase leaves no dust yet")
                .isEqualTo(Money.of("0.1"));
    }

    private void direct(Side side, String quantity) {
        int number = ++orders;
        book(new Fill(PaperVenue.NAME, account + "-direct-" + number, new ClientOrderId("o-" + number), account, SPOT,
                "a", side, Quantity.of(quantity), Price.of("100"), Money.ZERO, false, T0 + number));
    }

    private List<Fill> book(int minute, InstrumentId instrument, String strategy, Side side, int quantity, int price) {
        List<Fill> fills = trade(minute, instrument, strategy, side, quantity, price);
        fills.forEach(this::book);
        return fills;
    }

    private void book(Fill fill) {
        DATABASE.transactions().executeWithoutResult(status -> store.book(fill));
    }

    private void fund(FundingDue due) {
        new FundingHearing(venue, fundings, account, new Lane(), DATABASE.transactions())
                .onFunding(new FundingSeen(List.of(due)));
    }

    private Money cash() {
        return DATABASE.transactions().execute(status -> store.lockAndRead(account)).cash();
    }

    /** What the venue fills of a market order in the next minute, whose price is that. */
    private List<Fill> trade(int minute, InstrumentId instrument, String strategy, Side side, int quantity, int price) {
        ClientOrderId id = new ClientOrderId(account + "-" + ++orders);
        long openMs = T0 + minute * 60_000L + orders; // a bar of its own for every order
        venue.place(new SubmitOrder(id, account, "d" + orders, instrument, side, SubmitOrder.Type.MARKET,
                new Quantity(quantity * FixedPoint.ONE), new Price(0), MandatoryCheck.always(Intent.ENTER), "rules",
                "policy", openMs, openMs + 1, ""));
        long priceE8 = price * FixedPoint.ONE;
        List<OrderReport> said = venue.onBars(List.of(new Bar(instrument, openMs, priceE8, priceE8, priceE8, priceE8,
                100_000 * FixedPoint.ONE)));
        return said.stream().map(report -> new Fill(PaperVenue.NAME, String.valueOf(report.venueTradeId()),
                report.clientOrderId(), account, instrument, strategy, side, report.quantity(), report.price(),
                report.fee(), report.maker(), report.atMs())).toList();
    }

    private void agree(long untilMs, String what) {
        BookReader.Standing standing = new BookReader(DATABASE.jdbc()).standing(account, untilMs,
                instrument -> terms(instrument).orElseThrow().multiplierE8());
        SortedMap<InstrumentId, Long> ours = new TreeMap<>(standing.positionsE8());
        ours.values().removeIf(held -> held == 0);
        VenueSnapshot theirs = venue.snapshot(0, untilMs, List.of());
        assertThat(ours).as(what).isEqualTo(theirs.positionsE8());
        assertThat(standing.netCash()).as(what).isEqualTo(theirs.netCash());
        store.conserve(account);
    }

    private PaperVenue venue() {
        return new PaperVenue(ledger, instrument -> terms(instrument).map(known -> new Contract(known.tickE8(),
                known.lotE8(), known.multiplierE8())), () -> Commands.PLAIN);
    }

    private void told(Object event) {
        if (event instanceof ResultBooked result) {
            results.add(result);
        } else if (event instanceof PositionReduced reduced) {
            new DustStore(DATABASE.jdbc(), BooksBesideVenueTest::terms, policy, this::told).onReduced(reduced);
        }
    }

    private static Optional<TradingTerms> terms(InstrumentId instrument) {
        boolean margin = !instrument.equals(SPOT);
        long multiplierE8 = instrument.equals(FUTURE) ? 2 * FixedPoint.ONE : FixedPoint.ONE;
        return Optional.of(new TradingTerms(instrument, "BTC", "USDT", FixedPoint.parse("0.01"),
                FixedPoint.parse("0.001"), Quantity.of("0.01"), Money.ZERO, multiplierE8, Percent.of("0.4"),
                Percent.of("0.6"), "paper", margin, Percent.of("10")));
    }
}
