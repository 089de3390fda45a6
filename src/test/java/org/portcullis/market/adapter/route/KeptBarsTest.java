package org.portcullis.market.adapter.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Drain;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarMemory;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.Flag;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.MarketFrame;
import org.portcullis.market.MarketOutcome;

/** A live feed that begins with kept bars is as warm as one that never stopped. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KeptBarsTest {

    private static final Path RULES = Path.of("rules");
    private static final PolicyBook POLICY = PolicyBook.open(RULES.resolve("policy.yaml"), null);
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final InstrumentId ETH = new InstrumentId("ETHUSDT");
    private static final long START_MS = 1_767_571_200_000L;
    private static final int KEPT = 600;

    @Test
    @DisplayName("S3-17: what is kept is shown once, oldest first, as history, and says where the venue is to be "
            + "asked on")
    void what_is_kept_is_shown_as_history() {
        List<MarketFrame> shown = new ArrayList<>();
        Map<InstrumentId, Long> newest = keptBars(shown, memory(BTC, ETH)).show("live-x", List.of(BTC, ETH),
                START_MS + KEPT * Bar.INTERVAL_MS);

        assertThat(shown).hasSize(KEPT).allMatch(MarketFrame::warmUp).allMatch(frame -> frame.bars().size() == 2);
        assertThat(shown).extracting(MarketFrame::openTimeMs).isSorted();
        assertThat(newest).containsEntry(BTC, START_MS + KEPT * Bar.INTERVAL_MS).containsKey(ETH);
    }

    @Test
    void bars_that_nothing_remembers_are_not_shown() {
        List<MarketFrame> shown = new ArrayList<>();
        long later = START_MS + (KEPT + BarWalk.barsToForget(POLICY.current())) * Bar.INTERVAL_MS;
        Map<InstrumentId, Long> newest = keptBars(shown, memory(BTC)).show("live-x", List.of(BTC, ETH), later);

        assertThat(shown).isEmpty();
        assertThat(newest).isEmpty();
    }

    @Test
    @DisplayName("S3-17: the first bar after a warm start says what it would have said without the stop")
    void the_first_bar_after_a_warm_start_says_what_it_would_have_said() {
        BarWalk undisturbed = walk();
        IntStream.range(0, KEPT).forEach(minute -> undisturbed.onBar(bar(BTC, minute), 0));
        BarWalk restarted = walk();
        List<MarketFrame> shown = new ArrayList<>();
        keptBars(shown, memory(BTC)).show("live-x", List.of(BTC), START_MS + KEPT * Bar.INTERVAL_MS);
        shown.forEach(frame -> frame.bars().forEach(bar -> restarted.onBar(bar, 0)));

        MarketOutcome next = restarted.onBar(bar(BTC, KEPT), 0);
        assertThat(next).isInstanceOf(MarketOutcome.Formed.class).isEqualTo(undisturbed.onBar(bar(BTC, KEPT), 0));
    }

    private static BarWalk walk() {
        return new BarWalk((check, limits) -> List.<Flag>of(), POLICY::current, (measures, limits) -> List.of(),
                InstrumentCatalogue.read(RULES.resolve("instruments.yaml")),
                CalendarBook.read(RULES.resolve("calendars")));
    }

    private static KeptBars keptBars(List<MarketFrame> shown, BarMemory memory) {
        MessageBus bus = new MessageBus() {
            @Override
            public void send(String address, String messageId, Object word) {
                throw new UnsupportedOperationException("history is shown, not sent");
            }

            @Override
            public void show(String address, String messageId, Object word, String onlyFor) {
                if (onlyFor.equals("brain")) {
                    shown.add(Json.read(Json.write(word), MarketFrame.class));
                }
            }
        };
        return new KeptBars(memory, new MarketEvents(bus, new Drain(), false, 64),
                () -> BarWalk.barsToForget(POLICY.current()), new WallTime());
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
