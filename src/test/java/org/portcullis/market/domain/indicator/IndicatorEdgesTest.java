package org.portcullis.market.domain.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.market.domain.Draw;

/** Where indicators begin, what they say of a market that stands still, and the smallest windows. */
@DisplayName("S1-31 indicators at their edges")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IndicatorEdgesTest {

    private static final long SEED = Long.getLong("seed", 20_261_121L);

    /** Indicators of closes: the bar that brings the first value, and what a flat price gives. */
    static Stream<Arguments> indicators() {
        Bollinger bands = new Bollinger(20, 2);
        Macd signal = new Macd(12, 26, 9);
        Adx adx = new Adx(14);
        WilderAtr atr = new WilderAtr(14);
        Parkinson parkinson = new Parkinson(20);
        RollingVwap vwap = new RollingVwap(20);
        return Stream.of(
                row("mean", 20, 100, new Sma(20)::push),
                row("exponential mean", 20, 100, new Ema(20)::push),
                row("relative strength", 15, 100, new WilderRsi(14)::push),
                row("true range", 15, 0, close -> atr.push(close, close, close)),
                row("directional index", 28, 0, close -> adx.push(close, close, close)),
                row("convergence", 26, 0, new Macd(12, 26, 9)::push),
                row("its signal", 34, 0, close -> signal.push(close) + signal.histogram()),
                row("middle band", 20, 100, new Bollinger(20, 2)::push),
                row("place between bands", 20, 0.5, close -> bands.push(close) * 0 + bands.percentB()),
                row("distance of bands", 20, 0, widthOf(new Bollinger(20, 2))),
                row("weighted mean", 20, 100, close -> vwap.push(close, 0)),
                row("volume z", 21, 0, new VolumeZ(20)::push),
                row("efficiency", 21, 0, new EfficiencyRatio(20)::push),
                row("realised volatility", 21, 0, new RealisedVolatility(20, 525_600)::push),
                row("Parkinson volatility", 20, 0, close -> parkinson.push(close, close)),
                row("rank", 1, 0.5, new RollingRank(20)::push));
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void the_first_value_comes_with_its_bar_and_a_flat_price_gives_numbers(DoubleUnaryOperator indicator, int first,
            double flat) {
        for (int bar = 1; bar <= 300; bar++) {
            double value = indicator.applyAsDouble(100);
            if (bar < first) {
                assertThat(value).as("bar %d", bar).isNaN();
            } else {
                assertThat(value).as("bar %d", bar).isCloseTo(flat, within(1e-12));
            }
        }
    }

    @Test
    void windows_of_one_bar_know_only_that_bar() {
        Sma sma = new Sma(1);
        Bollinger bands = new Bollinger(1, 2);
        RollingVwap vwap = new RollingVwap(1);
        EfficiencyRatio ratio = new EfficiencyRatio(1);
        RealisedVolatility volatility = new RealisedVolatility(1, 1);
        RollingRank rank = new RollingRank(1);
        Adx adx = new Adx(1);
        for (double close : new double[] {100, 103, 99}) {
            assertThat(sma.push(close)).isEqualTo(close);
            assertThat(bands.push(close)).isEqualTo(close);
            assertThat(bands.width()).isZero();
            assertThat(vwap.push(close, 2)).isEqualTo(close);
            assertThat(rank.push(close)).isEqualTo(0.5);
            double efficiency = ratio.push(close);
            double deviation = volatility.push(close);
            double index = adx.push(close, close, close);
            if (close != 100) {
                assertThat(efficiency).isEqualTo(1);
                assertThat(deviation).isZero();
                assertThat(index).isEqualTo(100);
            }
        }
    }

    @Test
    void a_mean_since_an_anchor_forgets_everything_at_its_reset() {
        Vwap vwap = new Vwap();
        assertThat(vwap.value()).isNaN();
        vwap.push(110, 90, 100, 5);
        assertThat(vwap.push(220, 180, 200, 5)).isEqualTo(150);
        vwap.reset();
        assertThat(vwap.value()).isNaN();
        assertThat(vwap.push(33, 27, 30, 0)).as("nothing traded yet: the typical price").isEqualTo(30);
        assertThat(vwap.push(42, 38, 40, 1)).isEqualTo(40);
    }

    @Test
    void a_straight_way_is_all_efficient_and_a_to_and_fro_is_not() {
        EfficiencyRatio straight = new EfficiencyRatio(10);
        EfficiencyRatio wavering = new EfficiencyRatio(10);
        double up = 0;
        double stay = 0;
        for (int i = 0; i < 30; i++) {
            up = straight.push(100 + i * 0.1);
            stay = wavering.push(100 + i % 2);
        }
        assertThat(up).isCloseTo(1, within(1e-12)).isLessThanOrEqualTo(1);
        assertThat(stay).isZero();
    }

    @Test
    void realised_volatility_of_a_known_return_is_that_return() {
        RealisedVolatility volatility = new RealisedVolatility(10, 100);
        double value = 0;
        for (int i = 0; i < 11; i++) {
            value = volatility.push(i % 2 == 0 ? 100 : 101);
        }
        assertThat(value).isCloseTo(10 * Math.log(1.01), within(1e-12));
        assertThat(volatility.lastReturn()).isCloseTo(-Math.log(1.01), within(1e-15));
    }

    @Test
    void a_rank_equals_the_one_counted_anew() {
        for (int round = 0; round < 200; round++) {
            Draw draw = new Draw(SEED + round);
            int window = 1 + (int) (draw.uniform() * 40);
            RollingRank rank = new RollingRank(window);
            double[] values = new double[300];
            for (int i = 0; i < values.length; i++) {
                // few distinct values, so that ties are met, among them both zeros
                values[i] = Math.rint(draw.uniform() * 8 - 4);
                double newest = values[i];
                double below = 0;
                int from = Math.max(0, i + 1 - window);
                for (int held = from; held <= i; held++) {
                    below += values[held] < newest ? 1 : values[held] == newest ? 0.5 : 0;
                }
                assertThat(rank.push(newest)).as("seed %d, value %d", SEED + round, i)
                        .isEqualTo(below / (i + 1 - from));
                assertThat(rank.full()).isEqualTo(i + 1 >= window);
            }
        }
    }

    @Test
    void no_number_has_no_rank_and_takes_no_place() {
        RollingRank rank = new RollingRank(3);
        rank.push(1);
        assertThat(rank.push(Double.NaN)).isNaN();
        assertThat(rank.size()).isEqualTo(1);
        assertThat(rank.push(2)).isEqualTo(0.75);
    }

    private static DoubleUnaryOperator widthOf(Bollinger bands) {
        return close -> bands.push(close) * 0 + bands.width();
    }

    private static Arguments row(String name, int first, double flat, DoubleUnaryOperator indicator) {
        return Arguments.of(Named.of(name, indicator), first, flat);
    }
}
