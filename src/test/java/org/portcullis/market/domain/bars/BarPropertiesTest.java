package org.portcullis.market.domain.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.market.domain.bars.Tape.START_MS;
import static org.portcullis.market.domain.bars.Tape.TERMS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.Bar;
import org.portcullis.market.LiveNote;
import org.portcullis.market.LiveNote.Code;
import org.portcullis.market.Trade;

/** Whatever way the same trades take, the same bars come out. Another seed: {@code -Dseed=N}. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BarPropertiesTest {

    private static final int RUNS = 300;
    private static final int MINUTES = 8;

    @Test
    @DisplayName("S1-02 bars equal a plain rollup of their trades")
    void bars_equal_a_plain_rollup() {
        same((random, trades) -> trades);
    }

    @Test
    @DisplayName("S2-D3 any order of arrival within the grace gives the same bars")
    void any_order_within_the_grace_gives_the_same_bars() {
        same((random, trades) -> {
            List<Trade> shuffled = new ArrayList<>(trades);
            shuffled.sort(java.util.Comparator.comparingLong(
                    trade -> trade.timeMs() + random.nextInt((int) TERMS.graceMs())));
            return shuffled;
        });
    }

    @Test
    void repeated_trades_change_nothing() {
        same((random, trades) -> {
            List<Trade> repeated = new ArrayList<>();
            for (int i = 0; i < trades.size(); i++) {
                repeated.add(trades.get(i));
                if (random.nextInt(3) == 0) {
                    repeated.add(trades.get(random.nextInt(i + 1)));
                }
            }
            return repeated;
        });
    }

    @Test
    void a_stream_cut_and_resumed_with_an_overlap_gives_the_same_bars() {
        each((random, trades) -> {
            List<LiveNote> notes = new ArrayList<>();
            BarBuilder builder = Tape.heard(notes);
            List<Bar> bars = new ArrayList<>();
            int cut = 1 + random.nextInt(trades.size() - 2);
            feed(builder, trades.subList(0, cut), bars);
            builder.uncovered(trades.get(cut - 1).timeMs());
            builder.covered(trades.get(cut).timeMs());
            feed(builder, trades.subList(Math.max(0, cut - random.nextInt(20)), trades.size()), bars);
            end(builder, bars);
            assertThat(Tape.codes(notes)).isSubsetOf(Code.TRADE_REPEATED, Code.MINUTE_EMPTY);
            return bars;
        });
    }

    @Test
    void a_lost_stretch_is_never_taken_for_a_whole_minute() {
        for (int run = 0; run < RUNS; run++) {
            Random random = new Random(seed(run));
            List<Trade> trades = Tape.random(random, 400, MINUTES);
            int from = 1 + random.nextInt(trades.size() - 30);
            int to = from + 1 + random.nextInt(20);
            List<Trade> holed = new ArrayList<>(trades.subList(0, from));
            holed.addAll(trades.subList(to, trades.size()));
            BarBuilder builder = Tape.heard(new ArrayList<>());
            List<Bar> bars = new ArrayList<>();
            feed(builder, holed, bars);
            end(builder, bars);
            var whole = Tape.rollup(trades);
            assertThat(bars).as("seed %d", seed(run)).allSatisfy(bar -> {
                if (bar.volumeE8() > 0) {
                    assertThat(bar).isEqualTo(whole.get(bar.openTimeMs()));
                }
            });
        }
    }

    private static void same(BiFunction<Random, List<Trade>, List<Trade>> arrival) {
        each((random, trades) -> {
            List<Bar> bars = new ArrayList<>();
            BarBuilder builder = Tape.heard(new ArrayList<>());
            feed(builder, arrival.apply(random, trades), bars);
            end(builder, bars);
            return bars;
        });
    }

    private static void each(BiFunction<Random, List<Trade>, List<Bar>> walk) {
        for (int run = 0; run < RUNS; run++) {
            Random random = new Random(seed(run));
            List<Trade> trades = Collections.unmodifiableList(Tape.random(random, 400, MINUTES));
            List<Bar> traded = walk.apply(random, trades).stream().filter(bar -> bar.volumeE8() > 0).toList();
            long end = START_MS + MINUTES * 60_000L;
            List<Bar> expected = Tape.rollup(trades).values().stream().filter(bar -> bar.openTimeMs() < end).toList();
            assertThat(traded.stream().filter(bar -> bar.openTimeMs() < end).toList()).as("seed %d", seed(run))
                    .isEqualTo(expected);
        }
    }

    /** Arrival moves the watermark, as event time does in the product. */
    private static void feed(BarBuilder builder, List<Trade> trades, List<Bar> bars) {
        long watermark = Long.MIN_VALUE;
        for (Trade trade : trades) {
            builder.take(trade);
            watermark = Math.max(watermark, trade.timeMs());
            bars.addAll(builder.close(watermark));
        }
    }

    private static void end(BarBuilder builder, List<Bar> bars) {
        bars.addAll(builder.close(START_MS + MINUTES * 60_000L + TERMS.graceMs()));
    }

    private static long seed(int run) {
        return Long.getLong("seed", 1_000L + run);
    }
}
