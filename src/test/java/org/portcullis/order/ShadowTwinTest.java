package org.portcullis.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.market.BarsSeen;
import org.portcullis.order.OrderReport.Kind;
import org.portcullis.order.adapter.ShadowHearing;
import org.portcullis.order.adapter.store.ShadowStore;
import org.portcullis.order.shadow.Difference;
import org.portcullis.order.shadow.ShadowTrade;
import org.portcullis.order.shadow.TwinFill;
import org.portcullis.order.shadow.TwinMarket;
import org.portcullis.risk.Mode;
import org.portcullis.strategy.Intent;

/** The twin beside the real desk, store and workflow; the market fills twins at the open of the next bar. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShadowTwinTest {

    @TempDir
    static Path home;

    private static OrderScene scene;
    private static ShadowStore book;
    private ShadowHearing hearing;
    private int bars;

    @BeforeAll
    static void open() throws IOException {
        scene = new OrderScene(home, 1000, "order.gating: none", "risk.exposure-asset-pct-max: 100",
                "risk.exposure-theme-pct-max: 100", "risk.exposure-total-pct-max: 100",
                "risk.position-pct-max: 100", "risk.trade-risk-pct-max: 0.2");
        book = new ShadowStore(scene.database.jdbc());
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @BeforeEach
    void hear() {
        scene.mode = Mode.PAPER;
        scene.now = scene.now.plus(Duration.ofHours(1));
        hearing = hearing(true);
    }

    @Test
    @DisplayName("S2-ST4: an order that became what its twin became shows no difference, and how far both are from "
            + "what was intended")
    void an_order_like_its_twin_shows_no_difference() {
        Order order = born(30);
        bar("100.25");
        scene.now = scene.now.plus(Duration.ofMinutes(1));
        filled(order, order.quantity(), "100.25");
        ShadowTrade trade = shown(order);
        assertThat(trade.difference()).isEqualTo(Difference.NONE);
        assertThat(trade.slippageBpsE8()).isEqualTo(25 * FixedPoint.ONE);
        assertThat(trade.twinBpsE8()).isZero();
        assertThat(trade.delayMs()).isEqualTo(60_000);
        assertThat(trade.mode()).isEqualTo(Mode.PAPER);
    }

    @Test
    @DisplayName("S2-ST4 D7: a worse price, another size, a missing fill and one too many are each found")
    void each_divergence_is_found_and_named() {
        Order dearer = born(30);
        bar("100");
        filled(dearer, dearer.quantity(), "100.10");
        assertThat(shown(dearer).difference()).isEqualTo(Difference.PRICE);
        assertThat(shown(dearer).twinBpsE8()).isEqualTo(10 * FixedPoint.ONE);

        Order smaller = born(30);
        bar("100");
        filled(smaller, Quantity.of("0.001"), "100");
        scene.report(smaller, Kind.CANCELED, "0");
        assertThat(shown(smaller).difference()).isEqualTo(Difference.SIZE);

        Order rejected = born(30);
        bar("100");
        scene.report(rejected, Kind.REJECTED, "0");
        assertThat(shown(rejected).difference()).isEqualTo(Difference.NOT_FILLED);
        assertThat(shown(rejected).reason()).isEqualTo("said");
        assertThat(shown(rejected).slippageBpsE8()).isNull();
        scene.now = scene.now.plus(Duration.ofHours(1));

        Order alone = born(30);
        filled(alone, alone.quantity(), "100");
        assertThat(shown(alone).difference()).isEqualTo(Difference.OPEN);
        hearing.seen(new BarsSeen(List.of(barAt(10, "200"))));
        assertThat(shown(alone).difference()).isEqualTo(Difference.ONLY_ORDER);
    }

    @Test
    @DisplayName("S2-ST4 S2-REQ-M1: in DRY_RUN the twin shows what an order would have become")
    void in_dry_run_the_twin_is_the_outcome() {
        scene.mode = Mode.DRY_RUN;
        hearing = hearing(false);
        Order order = born(30);
        assertThat(shown(order).difference()).isEqualTo(Difference.OPEN);
        bar("99.90");
        ShadowTrade trade = shown(order);
        assertThat(trade.difference()).isEqualTo(Difference.NOT_SENT);
        assertThat(trade.reason()).isEqualTo("not sent: DRY_RUN");
        assertThat(trade.slippageBpsE8()).as("better than intended").isEqualTo(-10 * FixedPoint.ONE);
        assertThat(trade.delayMs()).isEqualTo(60_000);
        assertThat(trade.actual().filled().isZero()).isTrue();
    }

    @Test
    @DisplayName("S2-ST4: a twin goes on after a restart, and one that is switched off is not begun")
    void a_twin_goes_on_after_a_restart() {
        Order order = born(30);
        hearing = hearing(true);
        hearing.ready();
        bar("100");
        assertThat(shown(order).twin().ended()).isTrue();
        assertThat(shown(order).twin().filled()).isEqualTo(order.quantity());
        hearing = hearing(false);
        scene.now = scene.now.plus(Duration.ofHours(1));
        Order unshadowed = born(30);
        assertThat(book.newest(100)).noneMatch(trade -> trade.order().equals(unshadowed.clientOrderId()));
    }

    @Test
    @DisplayName("S2-ST4: what is left of a twin is given up when the order would be stale")
    void a_stale_twin_is_given_up() {
        Order order = born(30);
        hearing.seen(new BarsSeen(List.of(barAt(2, "200"))));
        assertThat(shown(order).twin().ended()).as("two minutes of three").isTrue();
        assertThat(shown(order).twin().filled().isZero()).isTrue();
    }

    private Order born(int stop) {
        List<OrderChanged> changes = new java.util.ArrayList<>();
        scene.ears = event -> {
            if (event instanceof OrderChanged changed) {
                hearing.born(changed);
                changes.add(changed);
            }
        };
        scene.now = scene.now.plus(Duration.ofMinutes(20));
        Order order = scene.order(scene.proposal(Intent.ENTER, Side.BUY, Integer.toString(stop)));
        scene.ears = event -> { };
        changes.forEach(hearing::kept);
        scene.settle();
        return order;
    }

    private void filled(Order order, Quantity quantity, String price) {
        String trade = order.clientOrderId() + "-" + ++bars;
        scene.desk.onReport(new OrderReport(trade, order.clientOrderId(), Kind.FILLED, "venue-1", trade, quantity,
                Price.of(price), Money.ZERO, false, scene.now.toEpochMilli(), "taker"));
        scene.settle();
    }

    private static ShadowTrade shown(Order order) {
        return book.newest(100).stream().filter(trade -> trade.order().equals(order.clientOrderId())).findFirst()
                .orElseThrow();
    }

    private void bar(String open) {
        hearing.seen(new BarsSeen(List.of(barAt(0, open))));
    }

    private static Bar barAt(int minutesOn, String open) {
        long price = FixedPoint.parse(open);
        return new Bar(OrderScene.BTC, scene.now.toEpochMilli() + minutesOn * Bar.INTERVAL_MS, price, price, price,
                price, FixedPoint.parse("1000"));
    }

    /** Fills whole at the open, unless the price doubled. */
    private ShadowHearing hearing(boolean wanted) {
        TwinMarket market = (bar, working) -> working.stream()
                .filter(trade -> bar.openE8() < FixedPoint.parse("150"))
                .map(trade -> new TwinFill(trade.order(), trade.remaining(), new Price(bar.openE8()), Money.ZERO,
                        bar.closeTimeMs())).toList();
        return new ShadowHearing(market, book, scene.store, scene.policies, () -> scene.mode, wanted);
    }
}
