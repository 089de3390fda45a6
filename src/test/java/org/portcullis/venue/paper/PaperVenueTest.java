package org.portcullis.venue.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.venue.Commands.BTC;
import static org.portcullis.venue.Commands.LISTED;
import static org.portcullis.venue.Commands.PLAIN;
import static org.portcullis.venue.Commands.T0_MS;
import static org.portcullis.venue.Commands.bar;
import static org.portcullis.venue.Commands.bars;
import static org.portcullis.venue.Commands.bps;
import static org.portcullis.venue.Commands.flat;
import static org.portcullis.venue.Commands.submit;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderReport.Kind;
import org.portcullis.order.SubmitOrder;
import org.portcullis.order.SubmitOrder.Type;
import org.portcullis.venue.Commands;
import org.portcullis.venue.MemoryLedger;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PaperVenueTest {

    private final MemoryLedger ledger = new MemoryLedger();
    private PaperVenue venue = new PaperVenue(ledger, LISTED, () -> PLAIN);

    @Test
    @DisplayName("S2-REQ-X3: a market order takes at the next open for the taker fee, never in its own bar")
    void a_market_order_takes_at_the_next_open() {
        venue.onBars(bars(flat(0, "100")));
        assertThat(venue.place(submit("m", Side.BUY, Type.MARKET, "2", "0", 0))).singleElement()
                .satisfies(said -> assertThat(said.kind()).isEqualTo(Kind.ACCEPTED));
        assertThat(venue.onBars(bars(flat(0, "90")))).isEmpty();
        OrderReport fill = only(venue.onBars(bars(flat(1, "101"))));
        assertThat(fill.price()).isEqualTo(Price.of("101"));
        assertThat(fill.quantity()).isEqualTo(Quantity.of("2"));
        assertThat(fill.fee()).isEqualTo(Money.of("1.212"));
        assertThat(fill.maker()).isFalse();
        assertThat(fill.atMs()).isEqualTo(T0_MS + 120_000);
        assertThat(fill.venueTradeId()).isEqualTo("m-1").isEqualTo(fill.reportId());
        assertThat(venue.openOrders()).isEmpty();
    }

    @Test
    @DisplayName("S3-17: history tells the venue what the same bars told it one by one, in one record")
    void history_tells_what_the_same_bars_told() {
        List<Bar> history = bars(flat(0, "100"), bar(1, "100", "103", "99", "101", "10"), flat(2, "101"));
        MemoryLedger other = new MemoryLedger();
        PaperVenue warm = new PaperVenue(other, LISTED, () -> PLAIN);
        history.forEach(bar -> venue.onBars(List.of(bar)));
        assertThat(warm.onHistory(BTC, history)).isEmpty();
        assertThat(warm.tape(BTC)).isPresent().isEqualTo(venue.tape(BTC));
        assertThat(new PaperVenue(other, LISTED, () -> PLAIN).tape(BTC)).isEqualTo(venue.tape(BTC));
        assertThat(warm.onHistory(BTC, history)).as("shown again").isEmpty();
        assertThat(warm.tape(BTC)).isEqualTo(venue.tape(BTC));
    }

    @Test
    void an_order_that_works_fills_in_the_history_that_the_venue_missed() {
        venue.onBars(bars(flat(0, "100")));
        venue.place(submit("m", Side.BUY, Type.MARKET, "2", "0", 0));
        assertThat(only(venue.onHistory(BTC, bars(flat(0, "100"), flat(1, "101"), flat(2, "102")))).price())
                .isEqualTo(Price.of("101"));
    }

    @Test
    void an_order_that_arrives_before_its_own_bar_is_not_filled_in_that_bar() {
        venue.place(submit("early", Side.BUY, Type.MARKET, "1", "0", 3));
        assertThat(venue.onBars(bars(flat(2, "100"), flat(3, "100")))).isEmpty();
        assertThat(venue.onBars(bars(flat(4, "100")))).hasSize(1);
    }

    @Test
    @DisplayName("S2-REQ-X3: a waiting limit is filled at its limit as maker, by going through and not by a touch")
    void a_touch_does_not_fill_and_going_through_fills_at_the_limit() {
        venue.onBars(bars(flat(0, "100")));
        venue.place(submit("post", Side.BUY, Type.LIMIT_POST_ONLY, "1", "99", 0));
        assertThat(venue.onBars(bars(bar(1, "100", "100", "99", "100", "1000")))).isEmpty();
        OrderReport fill = only(venue.onBars(bars(bar(2, "100", "100", "98.99999999", "100", "1000"))));
        assertThat(fill.price()).isEqualTo(Price.of("99"));
        assertThat(fill.maker()).isTrue();
        assertThat(fill.fee()).isEqualTo(Money.of("0.396"));
    }

    @Test
    void a_post_only_order_that_would_take_is_rejected_and_one_at_the_last_price_is_not() {
        venue.onBars(bars(flat(0, "100")));
        assertThat(only(venue.place(submit("a", Side.BUY, Type.LIMIT_POST_ONLY, "1", "100", 0))).kind())
                .isEqualTo(Kind.ACCEPTED);
        OrderReport refused = only(venue.place(submit("b", Side.BUY, Type.LIMIT_POST_ONLY, "1", "100.01", 0)));
        assertThat(refused.kind()).isEqualTo(Kind.REJECTED);
        assertThat(refused.text()).isEqualTo("POST_ONLY_WOULD_TAKE");
        assertThat(only(venue.place(submit("c", Side.SELL, Type.LIMIT_POST_ONLY, "1", "99.99", 0))).kind())
                .isEqualTo(Kind.REJECTED);
    }

    @Test
    void orders_off_the_lot_without_a_limit_or_of_unknown_instruments_are_rejected() {
        assertThat(only(venue.place(submit("lot", Side.BUY, Type.MARKET, "1.0005", "0", 0))).text())
                .isEqualTo("QUANTITY_OFF_LOT");
        assertThat(only(venue.place(submit("lim", Side.BUY, Type.LIMIT, "1", "0", 0))).text())
                .isEqualTo("LIMIT_MISSING");
        PaperVenue empty = new PaperVenue(new MemoryLedger(), id -> java.util.Optional.empty(), () -> PLAIN);
        assertThat(only(empty.place(submit("none", Side.BUY, Type.MARKET, "1", "0", 0))).text())
                .isEqualTo("INSTRUMENT_NOT_LISTED");
    }

    @Test
    void a_limit_that_the_open_meets_takes_and_one_step_beyond_waits() {
        venue.onBars(bars(flat(0, "100")));
        venue.place(submit("meets", Side.BUY, Type.LIMIT, "1", "101", 0));
        assertThat(only(venue.onBars(bars(flat(1, "101")))).maker()).isFalse();
        venue.place(submit("waits", Side.BUY, Type.LIMIT, "1", "100.99", 1));
        assertThat(venue.onBars(bars(flat(2, "101")))).isEmpty();
        assertThat(only(venue.onBars(bars(bar(3, "101", "101", "100", "101", "1000")))).maker()).isTrue();
    }

    @Test
    @DisplayName("S2-BT5: slippage is half the spread plus a share of the range, times 1.0 when calm to 1.5 when wild")
    void slippage_grows_with_the_range_from_one_to_one_and_a_half() {
        PaperTerms terms = new PaperTerms(bps(40), bps(60), bps(20), bps(3), 1440, bps(5), bps(25),
                FixedPoint.parse("1.5"), bps(10));
        long open = FixedPoint.parse("100");
        assertThat(Slippage.factorE8(terms, open, FixedPoint.parse("0.05"))).isEqualTo(FixedPoint.ONE);
        assertThat(Slippage.factorE8(terms, open, FixedPoint.parse("0.15"))).isEqualTo(FixedPoint.parse("1.25"));
        assertThat(Slippage.factorE8(terms, open, FixedPoint.parse("0.25"))).isEqualTo(FixedPoint.parse("1.5"));
        assertThat(Slippage.factorE8(terms, open, FixedPoint.parse("9"))).isEqualTo(FixedPoint.parse("1.5"));
        // half of 20 bps on 100 is 0.1; 3 % of a range of 0.25 is 0.0075, times 1.5
        assertThat(Slippage.e8(terms, open, FixedPoint.parse("0.25"))).isEqualTo(FixedPoint.parse("0.11125"));
    }

    @Test
    void slippage_is_paid_and_never_beyond_the_limit() {
        PaperTerms wide = new PaperTerms(bps(40), bps(60), bps(20), 0, 1440, bps(5), bps(25), FixedPoint.ONE, bps(10));
        venue = new PaperVenue(new MemoryLedger(), LISTED, () -> wide);
        venue.onBars(bars(flat(0, "100")));
        venue.place(submit("buy", Side.BUY, Type.MARKET, "1", "0", 0));
        venue.place(submit("sell", Side.SELL, Type.MARKET, "1", "0", 0));
        venue.place(submit("capped", Side.BUY, Type.LIMIT, "1", "100.05", 0));
        assertThat(venue.onBars(bars(flat(1, "100")))).extracting(OrderReport::price)
                .containsExactly(Price.of("100.1"), Price.of("99.9"), Price.of("100.05"));
    }

    @Test
    @DisplayName("S2-BT6: a large order is filled over several bars, orders share a bar's volume")
    void a_large_order_is_filled_by_participation_over_several_bars() {
        venue.onBars(bars(flat(0, "100")));
        venue.place(submit("big", Side.BUY, Type.MARKET, "2.5", "0", 0));
        venue.place(submit("second", Side.BUY, Type.MARKET, "1", "0", 0));
        Bar thin = bar(1, "100", "100", "100", "100", "10");
        assertThat(venue.onBars(bars(thin))).extracting(OrderReport::quantity).containsExactly(Quantity.of("1"));
        assertThat(venue.onBars(bars(bar(2, "100", "100", "100", "100", "10")))).extracting(OrderReport::venueTradeId)
                .containsExactly("big-2");
        assertThat(venue.onBars(bars(bar(3, "100", "100", "100", "100", "10")))).extracting(OrderReport::quantity)
                .containsExactly(Quantity.of("0.5"), Quantity.of("0.5"));
        assertThat(venue.onBars(bars(flat(4, "100")))).extracting(OrderReport::venueTradeId)
                .containsExactly("second-2");
    }

    @Test
    void a_cancelled_order_is_not_filled_and_a_filled_one_cannot_be_cancelled() {
        venue.onBars(bars(flat(0, "100")));
        venue.place(submit("c", Side.BUY, Type.LIMIT, "1", "90", 0));
        assertThat(only(venue.cancel(new ClientOrderId("c"), "stale", T0_MS)).kind()).isEqualTo(Kind.CANCELED);
        assertThat(venue.onBars(bars(flat(1, "80")))).isEmpty();
        assertThat(only(venue.cancel(new ClientOrderId("c"), "stale", T0_MS)).kind()).isEqualTo(Kind.CANCEL_REFUSED);
        assertThat(only(venue.cancel(new ClientOrderId("never"), "stale", T0_MS)).text()).isEqualTo("ORDER_UNKNOWN");
    }

    @Test
    void the_same_order_twice_is_one_order() {
        SubmitOrder command = submit("once", Side.BUY, Type.MARKET, "1", "0", 0);
        assertThat(venue.place(command)).isEqualTo(venue.place(command));
        assertThat(venue.onBars(bars(flat(1, "100")))).hasSize(1);
        assertThat(venue.onBars(bars(flat(2, "100")))).isEmpty();
    }

    @Test
    void a_bar_that_contradicts_itself_is_passed_over() {
        venue.place(submit("x", Side.BUY, Type.MARKET, "1", "0", 0));
        assertThat(venue.onBars(bars(bar(1, "100", "99", "101", "100", "1000"),
                bar(1, "100", "101", "0", "100", "1000"),
                bar(1, "100", "100", "100", "100", "-1")))).isEmpty();
        assertThat(venue.onBars(bars(flat(1, "100")))).hasSize(1);
    }

    @Test
    void a_bar_shown_twice_changes_nothing_and_tells_its_fills_again() {
        venue.place(submit("again", Side.BUY, Type.MARKET, "200", "0", 0));
        List<OrderReport> first = venue.onBars(bars(flat(1, "100")));
        int kept = ledger.size();
        assertThat(venue.onBars(bars(flat(1, "100")))).isEqualTo(first);
        assertThat(ledger.size()).isEqualTo(kept);
    }

    @Test
    void whatever_is_answered_is_on_the_disk_before() {
        venue.place(submit("d", Side.BUY, Type.MARKET, "1", "0", 0));
        assertThat(ledger.synced()).isEqualTo(ledger.size());
        venue.onBars(bars(flat(1, "100")));
        assertThat(ledger.synced()).isEqualTo(ledger.size());
    }

    @Test
    @DisplayName("a venue rebuilt from any prefix of its ledger gives the same fills: none twice, none lost")
    void a_venue_rebuilt_from_any_prefix_gives_the_same_fills() {
        long seed = Long.getLong("seed", 7L);
        for (int round = 0; round < 20; round++) {
            assertSameAfterEveryCut(seed + round);
        }
    }

    private static void assertSameAfterEveryCut(long seed) {
        Random random = new Random(seed);
        List<Bar> bars = new java.util.ArrayList<>();
        List<SubmitOrder> commands = new java.util.ArrayList<>();
        for (int minute = 0; minute < 12; minute++) {
            long open = FixedPoint.parse("100") + random.nextInt(200) * 1_000_000L;
            bars.add(new Bar(BTC, T0_MS + minute * Bar.INTERVAL_MS, open, open + 50_000_000L, open - 50_000_000L, open,
                    FixedPoint.parse("10")));
            commands.add(submit("o" + minute, random.nextBoolean() ? Side.BUY : Side.SELL,
                    random.nextBoolean() ? Type.MARKET : Type.LIMIT, "1." + (100 + random.nextInt(800)), "100.5",
                            minute));
        }
        MemoryLedger whole = new MemoryLedger();
        List<OrderReport> expected = walk(new PaperVenue(whole, LISTED, Commands::shipped), commands, bars);
        for (int cut = 0; cut <= whole.size(); cut++) {
            PaperVenue rebuilt = new PaperVenue(whole.prefix(cut), LISTED, Commands::shipped);
            assertThat(walk(rebuilt, commands, bars)).as("seed %d, cut after %d records", seed, cut)
                    .isEqualTo(expected);
        }
    }

    /** Everything redelivered from the beginning; what counts is what the venue says about each order in the end. */
    private static List<OrderReport> walk(PaperVenue venue, List<SubmitOrder> commands, List<Bar> bars) {
        for (int minute = 0; minute < bars.size(); minute++) {
            venue.onBars(List.of(bars.get(minute)));
            venue.place(commands.get(minute));
        }
        return commands.stream().flatMap(command -> venue.find(command.clientOrderId()).orElseThrow().stream())
                .toList();
    }

    private static OrderReport only(List<OrderReport> reports) {
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }
}
