package org.portcullis.market.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.FeaturePeriods;
import org.portcullis.market.Features;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.ReadBar;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SeriesTest {

    private static final long SEED = Long.getLong("seed", 7L);
    private static final long START_MS = 1_767_225_600_000L;
    private static final FeaturePeriods PERIODS = new FeaturePeriods(5, 12, 6, 6, 8, 4, 7, 9, 13);

    @Test
    void features_of_a_prefix_are_the_prefix_of_the_features_of_the_whole() {
        for (int round = 0; round < 40; round++) {
            List<Bar> bars = bars(SEED + round, 160);
            List<@Nullable Features> whole = features(bars);
            int cut = 1 + (int) (new Draw(SEED + round).uniform() * (bars.size() - 1));
            assertThat(features(bars.subList(0, cut))).as("seed %d, cut at %d", SEED + round, cut)
                    .isEqualTo(whole.subList(0, cut));
        }
    }

    @Test
    void a_series_that_begins_later_has_forgotten_it_after_so_many_bars_and_not_much_earlier() {
        List<Bar> bars = bars(SEED, 900);
        Features whole = Objects.requireNonNull(features(bars).get(899));
        int enough = PERIODS.barsToForget();
        assertThat(farthest(whole, lastOf(bars, enough))).isLessThan(1e-9);
        assertThat(farthest(whole, lastOf(bars, 2 * PERIODS.barsNeeded()))).isGreaterThan(1e-6);
    }

    private static Features lastOf(List<Bar> bars, int count) {
        return Objects.requireNonNull(features(bars.subList(bars.size() - count, bars.size())).get(count - 1));
    }

    /** Largest difference between two of what is smoothed, relative to the first. */
    private static double farthest(Features one, Features other) {
        double[] ones = {one.emaFast(), one.emaSlow(), one.emaSpreadPct(), one.rsi14(), one.atr14(), one.volumeZ(),
            one.zScore()};
        double[] others = {other.emaFast(), other.emaSlow(), other.emaSpreadPct(), other.rsi14(), other.atr14(),
            other.volumeZ(), other.zScore()};
        double farthest = 0;
        for (int i = 0; i < ones.length; i++) {
            farthest = Math.max(farthest, Math.abs(ones[i] - others[i]) / Math.abs(ones[i]));
        }
        return farthest;
    }

    @Test
    void changing_the_last_bar_changes_nothing_before_it() {
        List<Bar> bars = new ArrayList<>(bars(SEED, 100));
        List<@Nullable Features> before = features(bars);
        Bar last = bars.remove(99);
        bars.add(new Bar(last.instrument(), last.openTimeMs(), 1, 2, 1, 2, 3));
        assertThat(features(bars).subList(0, 99)).isEqualTo(before.subList(0, 99));
        assertThat(features(bars).get(99)).isNotEqualTo(before.get(99));
    }

    @Test
    void the_first_features_come_with_the_bar_that_ends_the_warm_up() {
        List<@Nullable Features> features = features(bars(SEED, 40));
        assertThat(features.subList(0, 12)).containsOnlyNulls();
        assertThat(features.subList(12, 40)).doesNotContainNull();
    }

    @Test
    void a_warm_up_shorter_than_the_longest_look_back_is_made_long_enough() {
        FeaturePeriods hasty = new FeaturePeriods(5, 12, 6, 6, 8, 4, 30, 9, 2);
        assertThat(hasty.barsNeeded()).isEqualTo(31);
    }

    @Test
    void no_feature_is_ever_without_a_number() {
        for (Features features : features(bars(SEED, 200))) {
            if (features != null) {
                assertThat(List.of(features.emaFast(), features.emaSlow(), features.emaSpreadPct(),
                        features.emaSpreadPctPrevious(), features.rsi14(), features.rsi14Previous(), features.atr14(),
                        features.atrPct(), features.volumeZ(), features.returnPct(), features.rangeHigh(),
                        features.rangeLow(), features.breakoutAtr(), features.zScore())).allMatch(Double::isFinite);
            }
        }
    }

    @Test
    void a_market_that_stands_still_forms_features_without_division_by_nothing() {
        Series series = new Series(PERIODS);
        Features features = null;
        for (int i = 0; i < 30; i++) {
            features = series.push(bar(i, 100, 0), BarNumbers.of(bar(i, 100, 0)));
        }
        assertThat(features).isNotNull();
        assertThat(features.atr14()).isZero();
        assertThat(features.breakoutAtr()).isZero();
        assertThat(features.zScore()).isZero();
        assertThat(features.volumeZ()).isZero();
        assertThat(features.returnPct()).isZero();
    }

    @Test
    void range_and_return_look_at_the_bars_before_this_one() {
        Series series = new Series(PERIODS);
        Features features = null;
        for (int i = 0; i < 20; i++) {
            features = series.push(bar(i, 100 + i, 5), BarNumbers.of(bar(i, 100 + i, 5)));
        }
        // closes rise by one a minute: the highest of the seven bars before the last is 118, the close four bars
        // before 115
        assertThat(features).isNotNull();
        assertThat(features.close()).isEqualTo(119);
        assertThat(features.rangeHigh()).isEqualTo(118);
        assertThat(features.rangeLow()).isEqualTo(112);
        assertThat(features.returnPct()).isEqualTo((119.0 - 115) / 115 * 100);
        assertThat(features.barsSinceStart()).isEqualTo(20);
    }

    private static Bar bar(int minute, long price, long volume) {
        long e8 = price * FixedPoint.ONE;
        return new Bar(new InstrumentId("BTCUSDT"), START_MS + minute * Bar.INTERVAL_MS, e8, e8, e8, e8,
                volume * FixedPoint.ONE);
    }

    private static List<@Nullable Features> features(List<Bar> bars) {
        Series series = new Series(PERIODS);
        List<@Nullable Features> features = new ArrayList<>();
        bars.forEach(bar -> features.add(series.push(bar, BarNumbers.of(bar))));
        return features;
    }

    private static List<Bar> bars(long seed, int minutes) {
        GeneratedMarket market = new GeneratedMarket(seed, START_MS, minutes, List.of(new GeneratedMarket.Listing(
                new InstrumentId("BTCUSDT"), FixedPoint.parse("96000"), FixedPoint.parse("0.01"), List.of())));
        List<Bar> bars = new ArrayList<>();
        BarGenerator generator = new BarGenerator(market, market.instruments().get(0));
        while (generator.hasNext()) {
            bars.add(((ReadBar.Good) generator.next()).bar());
        }
        return bars;
    }
}
