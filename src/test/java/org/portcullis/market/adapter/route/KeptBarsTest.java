package org.portcullis.market.adapter.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarMemory;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.Flag;
import org.portcullis.market.HistoryTaker;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.TradingCalendar;
import org.portcullis.market.domain.HistorySpan;

/** A live feed that begins with kept bars is as warm as one that never stopped. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeptBarsTest {

    private static final Path RULES = Path.of("rules");
    private static final PolicyBook POLICY = PolicyBook.open(RULES.resolve("policy.yaml"), null);
    private static final CalendarBook CALENDARS = CalendarBook.read(RULES.resolve("calendars"));
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final InstrumentId ETH = new InstrumentId("ETHUSDT");
    private static final long START_MS = 1_767_571_200_000L;
    private static final int KEPT = 600;
    private static final int FORGET = BarWalk.barsToForget(POLICY.current());
    private static final long END_MS = START_MS + KEPT * Bar.INTERVAL_MS;

    private final Background background = new Background();
    private final WarmGate gate = new WarmGate(true);
    private final Noted noted = new Noted();

    @AfterEach
    void close() {
        background.close();
    }

    @Test
    @DisplayName("S3-17: what is kept is shown once, an instrument at a time and oldest first, and says where the "
            + "venue "
            + "is to be asked on and how long it took")
    void what_is_kept_is_shown_as_history() {
        KeptBars kept = keptBars(memory(BTC, ETH), noted);
        assertThat(kept.last()).isEmpty();
        Map<InstrumentId, Long> newest = kept.show("live-x", List.of(BTC, ETH, new InstrumentId("NEWUSDT")), END_MS);

        assertThat(noted.bars).containsOnlyKeys(BTC, ETH);
        assertThat(noted.bars.get(BTC)).hasSize(KEPT).extracting(Bar::openTimeMs).isSorted();
        assertThat(noted.ended).isTrue();
        assertThat(newest).isEqualTo(Map.of(BTC, END_MS, ETH, END_MS));
        assertThat(kept.last()).hasValueSatisfying(report -> {
            assertThat(report.instruments()).isEqualTo(2);
            assertThat(report.wanted()).isEqualTo(3);
            assertThat(report.bars()).isEqualTo(2L * KEPT);
            assertThat(report.millis()).isNotNegative();
        });
    }

    @Test
    void bars_that_nothing_remembers_are_not_shown_and_the_one_on_the_limit_is() {
        long last = END_MS - Bar.INTERVAL_MS;
        assertThat(keptBars(memory(BTC), noted).show("live-x", List.of(BTC), last + FORGET * Bar.INTERVAL_MS))
                .containsOnlyKeys(BTC);
        assertThat(noted.bars.get(BTC)).containsExactly(bar(BTC, KEPT - 1));

        Noted nothing = new Noted();
        assertThat(keptBars(memory(BTC), nothing).show("live-x", List.of(BTC), last + FORGET * Bar.INTERVAL_MS + 1))
                .isEmpty();
        assertThat(nothing.bars).isEmpty();
    }

    @Test
    @DisplayName("S3-17: the first bar after a warm start says what it would have said without the stop, and after a "
            + "second restart again")
    void the_first_bar_after_a_warm_start_says_what_it_would_have_said() {
        BarWalk undisturbed = walk();
        IntStream.range(0, KEPT).forEach(minute -> undisturbed.onBar(bar(BTC, minute), 0));
        MarketOutcome expected = undisturbed.onBar(bar(BTC, KEPT), 0);
        assertThat(expected).isInstanceOf(MarketOutcome.Formed.class);
        for (int restart = 0; restart < 2; restart++) {
            BarWalk restarted = walk();
            keptBars(memory(BTC), adoptedBy(restarted)).show("live-x", List.of(BTC), END_MS);
            assertThat(restarted.mark(BTC)).isPresent();
            assertThat(restarted.onBar(bar(BTC, KEPT), 0)).isEqualTo(expected);
        }
    }

    @Test
    void a_series_that_has_seen_as_much_is_not_replaced_and_one_that_is_behind_is() {
        BarWalk ahead = walk();
        IntStream.rangeClosed(0, KEPT).forEach(minute -> ahead.onBar(bar(BTC, minute), 0));
        keptBars(memory(BTC), adoptedBy(ahead)).show("live-x", List.of(BTC), END_MS);
        assertThat(ahead.onBar(bar(BTC, KEPT + 1), 0)).isInstanceOf(MarketOutcome.Formed.class);

        BarWalk behind = walk();
        behind.onBar(bar(BTC, 3), 0);
        keptBars(memory(BTC), adoptedBy(behind)).show("live-x", List.of(BTC), END_MS);
        assertThat(behind.onBar(bar(BTC, KEPT), 0)).isInstanceOf(MarketOutcome.Formed.class);
    }

    @Test
    @DisplayName("S3-17: a frame that a killed process left waits until the history before it was shown")
    void a_frame_left_on_the_broker_waits() {
        List<String> order = new ArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        background.run("frame", () -> {
            begun.countDown();
            gate.pass();
            synchronized (order) {
                order.add("frame");
            }
        });
        keptBars(memory(BTC), (feed, hands) -> new HistoryTaker.Hearing() {
            @Override
            public void take(int hand, InstrumentId instrument, List<Bar> bars) {
                assertThat(gate.isOpen()).isFalse();
            }

            @Override
            public void end() {
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> begun.getCount() == 0);
                synchronized (order) {
                    order.add("history");
                }
            }
        }).show("live-x", List.of(BTC), END_MS);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            synchronized (order) {
                assertThat(order).containsExactly("history", "frame");
            }
        });
    }

    @Test
    void a_warm_start_that_fails_says_why_ends_nothing_and_holds_no_frame_back() {
        assertThatThrownBy(() -> keptBars((instrument, beforeMs, limit) -> {
            throw new IllegalArgumentException("the database is gone");
        }, noted).show("live-x", List.of(BTC), END_MS)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the database is gone");
        assertThat(noted.ended).isFalse();
        gate.pass();
    }

    @Test
    void a_process_that_ends_before_the_history_was_shown_leaves_the_frame_on_the_broker() {
        gate.start();
        gate.stop();
        assertThatThrownBy(gate::pass).isInstanceOf(IllegalStateException.class);
        WarmGate replay = new WarmGate(false);
        replay.start();
        replay.stop();
        replay.pass();
    }

    @Test
    void minutes_of_trading_are_counted_over_a_weekend_and_no_further_than_is_needed() {
        TradingCalendar futures = CALENDARS.require("cme-equity");
        long monday = Instant.parse("2026-03-09T15:00:00Z").toEpochMilli();
        long from = HistorySpan.fromMs(futures, monday, FORGET);
        assertThat(futures.openMinutesBetween(from, monday)).isBetween((long) FORGET, FORGET + 60L);
        assertThat(HistorySpan.fromMs(null, monday, FORGET)).isEqualTo(monday - FORGET * Bar.INTERVAL_MS);
        assertThat(from).isLessThan(monday - FORGET * Bar.INTERVAL_MS - Duration.ofHours(40).toMillis());
    }

    /** What a taker was shown. */
    private static final class Noted implements HistoryTaker {
        private final Map<InstrumentId, List<Bar>> bars = new ConcurrentHashMap<>();
        private volatile boolean ended;

        @Override
        public Hearing begin(String feed, int hands) {
            return new Hearing() {
                @Override
                public void take(int hand, InstrumentId instrument, List<Bar> shown) {
                    assertThat(hand).isBetween(0, hands - 1);
                    assertThat(bars.put(instrument, shown)).isNull();
                }

                @Override
                public void end() {
                    ended = true;
                }
            };
        }
    }

    private static HistoryTaker adoptedBy(BarWalk walk) {
        return (feed, hands) -> {
            List<BarWalk> walks = IntStream.range(0, hands).mapToObj(hand -> walk.beside()).toList();
            return new HistoryTaker.Hearing() {
                @Override
                public void take(int hand, InstrumentId instrument, List<Bar> bars) {
                    bars.forEach(bar -> walks.get(hand).onBar(bar, 0));
                }

                @Override
                public void end() {
                    walks.forEach(walk::adopt);
                }
            };
        };
    }

    private static BarWalk walk() {
        return new BarWalk((check, limits) -> List.<Flag>of(), POLICY::current, (measures, limits) -> List.of(),
                InstrumentCatalogue.read(RULES.resolve("instruments.yaml")), CALENDARS);
    }

    private KeptBars keptBars(BarMemory memory, HistoryTaker taker) {
        return new KeptBars(memory, new KeptBars.Terms(() -> FORGET,
                (instrument, nowMs) -> HistorySpan.fromMs(null, nowMs, FORGET), 2), () -> List.of(taker), background,
                new WallTime(), gate);
    }

    private static BarMemory memory(InstrumentId... instruments) {
        return (instrument, beforeMs, limit) -> List.of(instruments).contains(instrument)
                ? IntStream.range(0, KEPT).mapToObj(minute -> bar(instrument, minute))
                        .filter(bar -> bar.openTimeMs() < beforeMs).toList() : List.of();
    }

    /** A wave with a drift, so that swings, gaps and averages have something to tell. */
    private static Bar bar(InstrumentId instrument, int minute) {
        long close = 100_00000000L + Math.round(Math.sin(minute / 7.0) * 2e8) + minute * 1_000_000L;
        long open = 100_00000000L + Math.round(Math.sin((minute - 1) / 7.0) * 2e8) + (minute - 1) * 1_000_000L;
        return new Bar(instrument, START_MS + minute * Bar.INTERVAL_MS, open, Math.max(open, close) + 10_000_000,
                Math.min(open, close) - 10_000_000, close, 500_000_000L + minute % 13 * 10_000_000L);
    }
}
