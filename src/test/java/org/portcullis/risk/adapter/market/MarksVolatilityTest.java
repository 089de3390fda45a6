package org.portcullis.risk.adapter.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Percent;
import org.portcullis.market.Bar;
import org.portcullis.market.BarWalk;
import org.portcullis.market.MarketFrame;
import org.portcullis.market.MarketOutcome;
import org.portcullis.risk.DeskMarks;
import org.portcullis.risk.FrameHearing;
import org.portcullis.strategy.MarketWalks;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MarksVolatilityTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final long START_MS = 1_767_225_600_000L;

    private final PolicyBook policy = PolicyBook.open(Path.of("rules/policy.yaml"), "conservative");
    private final GuardedMarks marks = new GuardedMarks(BarWalk.under(() -> MarketWalks.library().base("market"),
            policy::current));

    @Test
    @DisplayName("S3-13: volatility is unknown until the series is warm, then the true range in percent of price")
    void volatility_is_the_true_range_in_percent_of_price() {
        int needed = policy.current().integer("market.warm-up-bars");
        for (int minute = 0; minute < needed - 1; minute++) {
            show(minute);
        }
        assertThat(marks.volatility(BTC)).isEmpty();
        show(needed - 1);
        // each bar spans 99 to 101 and closes at 100
        assertThat(marks.volatility(BTC)).hasValueSatisfying(volatility ->
                assertThat(volatility).isBetween(Percent.of("1.999"), Percent.of("2.001")));
        assertThat(marks.volatility(new InstrumentId("ETHUSDT"))).isEmpty();
    }

    @Test
    @DisplayName("S3-17: history shown at once leaves the marks that the same bars left in frames")
    void history_shown_at_once_leaves_the_same_marks() {
        int bars = policy.current().integer("market.warm-up-bars") + 30;
        List<Bar> history = IntStream.range(0, bars).mapToObj(MarksVolatilityTest::wave).toList();
        List<Bar> heard = new ArrayList<>();
        GuardedMarks warm = new GuardedMarks(walk(), new FrameHearing() {
            @Override
            public void heard(MarketFrame frame, List<MarketOutcome> outcomes, DeskMarks known) {
                throw new AssertionError("history is no frame");
            }

            @Override
            public void remembered(Bar bar, MarketOutcome outcome) {
                heard.add(bar);
            }
        });
        assertThat(warm.onHistory(history)).isFalse();
        history.forEach(bar -> marks.onFrame(new MarketFrame("test", bar.openTimeMs(), 0, true, List.of(bar))));

        assertThat(heard).isEqualTo(history);
        assertThat(warm.volatility(BTC)).isPresent().isEqualTo(marks.volatility(BTC));
        assertThat(warm.last(BTC)).isPresent().isEqualTo(marks.last(BTC));
        assertThat(warm.range(BTC, START_MS)).isPresent().isEqualTo(marks.range(BTC, START_MS));
        assertThat(warm.onHistory(List.of(wave(bars - 1)))).as("a bar shown again is refused").isTrue();
        assertThat(warm.volatility(BTC)).isEqualTo(marks.volatility(BTC));
    }

    private static Bar wave(int minute) {
        long close = 100 * FixedPoint.ONE + minute % 7 * 10_000_000L;
        return new Bar(BTC, START_MS + minute * Bar.INTERVAL_MS, 100 * FixedPoint.ONE, 101 * FixedPoint.ONE,
                99 * FixedPoint.ONE, close, FixedPoint.ONE);
    }

    private BarWalk walk() {
        return BarWalk.under(() -> MarketWalks.library().base("market"), policy::current);
    }

    private void show(int minute) {
        long at = START_MS + minute * Bar.INTERVAL_MS;
        marks.onFrame(new MarketFrame("test", at, 0, false, List.of(new Bar(BTC, at, 100 * FixedPoint.ONE,
                101 * FixedPoint.ONE, 99 * FixedPoint.ONE, 100 * FixedPoint.ONE, FixedPoint.ONE))));
    }
}
