package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BarGeneratorTest {

    private static final long START_MS = 1_767_225_600_000L;
    private static final BarFeed FEED = new BarFeed(InstrumentCatalogue.of(java.util.Map.of()));

    @Test
    void the_demo_of_one_day_is_the_same_on_every_machine_and_java_version() {
        List<String> lines = new ArrayList<>();
        bars(GeneratedMarket.demo(42, START_MS, 1_440))
                .forEach(bar -> lines.add(bar.toString().replace(", takerBoughtE8=-1", "")));
        assertThat(lines).hasSize(7_090);
        assertThat(ContentHash.first16(lines)).isEqualTo("8a03b366c3b11bce");
    }

    @Test
    void another_seed_is_another_market() {
        assertThat(bars(GeneratedMarket.demo(1, START_MS, 60)))
                .isNotEqualTo(bars(GeneratedMarket.demo(2, START_MS, 60)));
    }

    @Test
    void a_market_without_episodes_has_a_good_bar_every_minute() {
        List<Bar> bars = bars(market(3_000));
        assertThat(bars).hasSize(3_000);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            assertThat(bar.openTimeMs()).isEqualTo(START_MS + i * Bar.INTERVAL_MS);
            assertThat(bar.lowE8()).isPositive().isLessThanOrEqualTo(Math.min(bar.openE8(), bar.closeE8()));
            assertThat(bar.highE8()).isGreaterThanOrEqualTo(Math.max(bar.openE8(), bar.closeE8()));
            assertThat(bar.volumeE8()).isPositive();
            assertThat(bar.closeE8() % FixedPoint.parse("0.01")).isZero();
        }
    }

    @Test
    void volatility_clusters_and_tails_are_fat_as_in_real_minutes() {
        List<Bar> bars = bars(market(40_000));
        double[] returns = new double[bars.size()];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = Math.log((double) bars.get(i).closeE8() / bars.get(i).openE8());
        }
        assertThat(kurtosis(returns)).isGreaterThan(4);
        assertThat(autocorrelationOfSquares(returns)).isGreaterThan(0.02);
    }

    @Test
    void a_gap_leaves_minutes_out_and_a_dry_market_trades_nothing() {
        List<Bar> bars = bars(market(60, new Episode(Episode.Kind.GAP, 20, 12),
                new Episode(Episode.Kind.LOW_LIQUIDITY, 40, 4)));
        assertThat(bars).hasSize(48);
        assertThat(bars).filteredOn(bar -> bar.volumeE8() == 0).hasSize(4)
                .allSatisfy(bar -> assertThat(bar.highE8()).isEqualTo(bar.lowE8()));
    }

    @Test
    void a_crash_falls_and_a_trend_rises() {
        List<Bar> crash = bars(market(40, new Episode(Episode.Kind.CRASH, 20, 6)));
        assertThat((double) crash.get(25).closeE8() / crash.get(19).closeE8()).isLessThan(0.94);
        List<Bar> trend = bars(market(120, new Episode(Episode.Kind.TREND_UP, 20, 80)));
        assertThat((double) trend.get(99).closeE8() / trend.get(19).closeE8()).isGreaterThan(1.005);
    }

    private static GeneratedMarket market(int minutes, Episode... episodes) {
        return new GeneratedMarket(11, START_MS, minutes, List.of(new GeneratedMarket.Listing(
                new InstrumentId("BTCUSDT"), FixedPoint.parse("96000"), FixedPoint.parse("0.01"), List.of(episodes))));
    }

    private static List<Bar> bars(GeneratedMarket market) {
        List<Bar> bars = new ArrayList<>();
        try (BarStream stream = FEED.generated(market)) {
            stream.forEachRemaining(read -> bars.add(((ReadBar.Good) read).bar()));
        }
        return bars;
    }

    private static double kurtosis(double[] values) {
        double square = 0;
        double fourth = 0;
        for (double value : values) {
            square += value * value / values.length;
            fourth += value * value * value * value / values.length;
        }
        return fourth / (square * square);
    }

    private static double autocorrelationOfSquares(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value * value / values.length;
        }
        double variance = 0;
        double covariance = 0;
        for (int i = 1; i < values.length; i++) {
            variance += (values[i] * values[i] - mean) * (values[i] * values[i] - mean);
            covariance += (values[i] * values[i] - mean) * (values[i - 1] * values[i - 1] - mean);
        }
        return covariance / variance;
    }
}
