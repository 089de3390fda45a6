package org.portcullis.research.domain.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.Side;
import org.portcullis.market.Regime;
import org.portcullis.market.domain.Draw;

/** What came after a proposal, reckoned by hand: six bars closing at 100, 102, 101, 99, 105 and 110. */
@DisplayName("B-B9 what came after a proposal")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignalTest {

    private static final long ONE = 100_000_000L;
    private static final Horizons HORIZONS = new Horizons(List.of(1, 3));
    private static final Offset<Double> CLOSE = within(1e-9);
    /** High, low and close of each bar. */
    private static final long[][] BARS = {{100, 100, 100}, {103, 99, 102}, {102, 97, 101}, {101, 98, 99},
            {106, 99, 105}, {110, 104, 110}};

    private final BarPath path = path(0);

    private static BarPath path(int warmUp) {
        BarPath path = new BarPath();
        path.clear();
        path.reserve(BARS.length);
        for (int i = 0; i < BARS.length; i++) {
            path.add(BARS[i][0] * ONE, BARS[i][1] * ONE, BARS[i][2] * ONE, i >= warmUp);
        }
        return path;
    }

    private static Wish wish(int bar, Side side, boolean entry, long stop, long target) {
        return new Wish("id", bar, 0, "s", "s.rule", entry, side, BARS[bar][2] * ONE, stop * ONE, target * ONE,
                0.5, Regime.CHOP);
    }

    private Signal of(int bar, Side side, boolean entry, long stop, long target) {
        return Signal.of(wish(bar, side, entry, stop, target), path, HORIZONS);
    }

    @Test
    void a_move_is_positive_where_the_price_went_the_way_of_the_side() {
        Signal buy = of(0, Side.BUY, true, 0, 0);
        assertThat(buy.moves()[0]).isCloseTo(2.0, CLOSE);
        assertThat(buy.moves()[1]).isCloseTo(-1.0, CLOSE);
        Signal sell = of(0, Side.SELL, true, 0, 0);
        assertThat(sell.moves()[0]).isCloseTo(-2.0, CLOSE);
        assertThat(sell.moves()[1]).isCloseTo(1.0, CLOSE);
    }

    @Test
    void the_furthest_moves_are_those_of_highs_and_lows_within_the_longest_horizon() {
        Signal buy = of(0, Side.BUY, true, 0, 0);
        assertThat(buy.favourable()).isCloseTo(3.0, CLOSE);
        assertThat(buy.adverse()).isCloseTo(-3.0, CLOSE);
        Signal exit = of(1, Side.SELL, false, 0, 0);
        assertThat(exit.favourable()).isCloseTo(100.0 * 5 / 102, CLOSE);
        assertThat(exit.adverse()).isCloseTo(-100.0 * 4 / 102, CLOSE);
        assertThat(exit.ending()).isEqualTo(Ending.NONE);
    }

    @Test
    void a_horizon_that_ends_with_the_last_bar_is_finished_and_one_bar_later_not() {
        assertThat(of(2, Side.BUY, true, 0, 0).moves()[1]).isCloseTo(100.0 * 9 / 101, CLOSE);
        Signal late = of(3, Side.BUY, true, 0, 0);
        assertThat(late.moves()[0]).isCloseTo(100.0 * 6 / 99, CLOSE);
        assertThat(late.moves()[1]).isNaN();
        assertThat(late.favourable()).isNaN();
    }

    @Test
    void the_price_that_comes_first_counts_and_both_in_one_bar_is_the_stop() {
        assertThat(of(0, Side.BUY, true, 98, 103).ending()).isEqualTo(Ending.TARGET);
        assertThat(of(0, Side.BUY, true, 99, 103).ending()).isEqualTo(Ending.STOP);
        assertThat(of(0, Side.BUY, true, 97, 104).ending()).isEqualTo(Ending.STOP);
        assertThat(of(0, Side.BUY, true, 96, 104).ending()).isEqualTo(Ending.NEITHER);
        assertThat(of(0, Side.SELL, true, 104, 97).ending()).isEqualTo(Ending.TARGET);
        assertThat(of(0, Side.SELL, true, 103, 99).ending()).isEqualTo(Ending.STOP);
    }

    @Test
    void near_the_end_a_price_that_came_counts_and_one_that_did_not_is_unfinished() {
        assertThat(of(3, Side.BUY, true, 90, 110).ending()).isEqualTo(Ending.TARGET);
        assertThat(of(3, Side.BUY, true, 90, 111).ending()).isEqualTo(Ending.UNFINISHED);
        assertThat(of(2, Side.BUY, true, 90, 111).ending()).isEqualTo(Ending.NEITHER);
    }

    @Test
    void all_bars_of_the_span_are_the_baseline() {
        Baseline baseline = new BaselineCount(HORIZONS).of(path(2));
        UsualMove one = baseline.over(0);
        double[] moves = {100.0 * -2 / 101, 100.0 * 6 / 99, 100.0 * 5 / 105};
        assertThat(one.bars()).isEqualTo(3);
        double mean = (moves[0] + moves[1] + moves[2]) / 3;
        assertThat(one.mean()).isCloseTo(mean, CLOSE);
        assertThat(one.mean(false)).isCloseTo(-mean, CLOSE);
        assertThat(one.median()).isCloseTo(moves[2], within(moves[2] * 0.0003));
        assertThat(one.shareRight(true)).isCloseTo(2.0 / 3, CLOSE);
        assertThat(one.shareRight(false)).isCloseTo(1.0 / 3, CLOSE);
        double spread = 0;
        for (double move : moves) {
            spread += (move - mean) * (move - mean);
        }
        assertThat(one.error()).isCloseTo(Math.sqrt(spread / 2 / 3), CLOSE);
        assertThat(baseline.over(1).bars()).isEqualTo(1);
    }

    @Test
    void baselines_of_several_add_up_whoever_counted_them() {
        BaselineCount one = new BaselineCount(HORIZONS);
        BaselineCount other = new BaselineCount(HORIZONS);
        List<Baseline> each = List.of(one.of(path(0)), one.of(path(2)), other.of(path(3)));
        Baseline apart = BaselineCount.together(HORIZONS, List.of(one, other), each);
        BaselineCount alone = new BaselineCount(HORIZONS);
        Baseline together = BaselineCount.together(HORIZONS, List.of(alone),
                List.of(alone.of(path(0)), alone.of(path(2)), alone.of(path(3))));
        assertThat(apart).isEqualTo(together);
        assertThat(apart.over(0).bars()).isEqualTo(5 + 3 + 2);
        assertThat(apart.over(0).up()).isEqualTo(3 + 2 + 2);
    }

    @Test
    void figures_of_a_group_say_how_much_better_than_all_bars_it_was() {
        List<Signal> signals = List.of(of(0, Side.BUY, true, 98, 103), of(4, Side.SELL, true, 112, 90),
                of(5, Side.BUY, true, 0, 0), of(1, Side.SELL, false, 0, 0));
        SignalColumns columns = new SignalColumns(HORIZONS);
        signals.forEach(columns::add);
        SignalFigures figures = new FigureTable(HORIZONS, List.of(columns),
                List.of(new BaselineCount(HORIZONS).of(path)), 1, (of, index) -> 0).figures().get(0);
        assertThat(figures.longs()).isEqualTo(2);
        assertThat(figures.shorts()).isEqualTo(1);
        assertThat(figures.exits()).isEqualTo(1);
        Moves one = figures.entries().moves().get(0);
        assertThat(one.finished()).isEqualTo(2);
        assertThat(one.unfinished()).isEqualTo(1);
        double sell = 100.0 * -5 / 105;
        assertThat(one.mean()).isCloseTo((2 + sell) / 2, CLOSE);
        assertThat(one.median()).isCloseTo((2 + sell) / 2, CLOSE);
        assertThat(one.shareRight()).isEqualTo(0.5);
        // one buys and one sells: what all bars did comes to nothing
        assertThat(one.usual()).isCloseTo(0, CLOSE);
        assertThat(one.edge()).isCloseTo(one.mean(), CLOSE);
        assertThat(figures.entries().ended(Ending.TARGET)).isEqualTo(1);
        assertThat(figures.entries().ended(Ending.UNFINISHED)).isEqualTo(1);
        assertThat(figures.entries().ended(Ending.NONE)).isEqualTo(1);
        assertThat(figures.exited().moves().get(0).mean()).isCloseTo(100.0 / 102, CLOSE);
    }

    @Test
    void a_proposal_is_looked_at_when_its_longest_horizon_has_passed_and_at_the_end_at_the_latest() {
        BarPath growing = new BarPath();
        growing.reserve(BARS.length);
        SignalWatch watch = new SignalWatch(growing, HORIZONS, true);
        for (int i = 0; i < BARS.length; i++) {
            growing.add(BARS[i][0] * ONE, BARS[i][1] * ONE, BARS[i][2] * ONE, true);
            watch.add(wish(i, Side.BUY, true, 98, 103));
            watch.settle();
            assertThat(watch.looked()).isEqualTo(Math.max(0, i - 2));
        }
        SignalSeries series = watch.end("X", new BaselineCount(HORIZONS).of(growing), List.of("s"));
        assertThat(series.columns().size()).isEqualTo(BARS.length);
        for (int i = 0; i < BARS.length; i++) {
            Signal late = of(i, Side.BUY, true, 98, 103);
            assertThat(series.signals().get(i).moves()).containsExactly(late.moves());
            assertThat(series.signals().get(i).ending()).isEqualTo(late.ending());
            assertThat(Double.compare(series.columns().adverse()[i], late.adverse())).isZero();
            assertThat(Double.compare(series.columns().moves(0)[i], late.moves()[0])).isZero();
            assertThat(series.columns().ending(i)).isEqualTo(late.ending().ordinal());
        }
    }

    @Test
    void a_year_of_proposals_keeps_every_number() {
        SignalColumns columns = new SignalColumns(HORIZONS);
        for (int i = 0; i < 5_000; i++) {
            Wish wish = new Wish("id", i, i * 3_600_000L, "s", i % 2 == 0 ? "even" : "odd", i % 3 == 0,
                    i % 5 == 0 ? Side.BUY : Side.SELL, ONE, 0, 0, i / 5_000.0, Regime.values()[i % 4]);
            columns.add(new Signal(wish, new double[] {i, -i}, 2 * i, -3 * i, Ending.values()[i % 5]));
        }
        for (int i = 0; i < 5_000; i++) {
            assertThat(columns.moves(1)[i]).isEqualTo(-i);
            assertThat(columns.favourable()[i]).isEqualTo(2 * i);
            assertThat(columns.adverse()[i]).isEqualTo(-3 * i);
            assertThat(columns.confidence()[i]).isEqualTo(i / 5_000.0);
            assertThat(columns.rule(i)).isEqualTo(i % 2 == 0 ? "even" : "odd");
            assertThat(columns.hour(i)).isEqualTo(i % 24);
            assertThat(columns.entry(i)).isEqualTo(i % 3 == 0);
            assertThat(columns.up(i)).isEqualTo(i % 5 == 0);
            assertThat(columns.regime(i)).isEqualTo(Regime.values()[i % 4]);
            assertThat(columns.ending(i)).isEqualTo(i % 5);
        }
    }

    @Test
    void groups_that_are_reckoned_together_have_the_figures_of_each_alone() {
        Draw draw = new Draw(20_261_122L);
        List<SignalColumns> series = List.of(drawn(draw, 700), drawn(draw, 0), drawn(draw, 1_500));
        BaselineCount counts = new BaselineCount(HORIZONS);
        List<Baseline> usual = List.of(counts.of(path(0)), counts.of(path(2)), counts.of(path(3)));
        List<SignalFigures> together = new FigureTable(HORIZONS, series, usual, 24, SignalColumns::hour).figures();
        for (int hour = 0; hour < 24; hour++) {
            int wanted = hour;
            SignalFigures alone = new FigureTable(HORIZONS, series, usual, 1,
                    (of, index) -> of.hour(index) == wanted ? 0 : -1).figures().get(0);
            assertThat(together.get(hour)).as("hour %d", hour).isEqualTo(alone);
            assertThat(alone.longs() + alone.shorts() + alone.exits()).isPositive();
        }
        SignalFigures empty = new FigureTable(HORIZONS, series, usual, 1, (of, index) -> -1).figures().get(0);
        assertThat(empty.confidence().p50()).isNaN();
    }

    private static SignalColumns drawn(Draw draw, int count) {
        SignalColumns columns = new SignalColumns(HORIZONS);
        for (int i = 0; i < count; i++) {
            Wish wish = new Wish("id", i, (long) (draw.uniform() * 1e12), "s", "r", draw.uniform() < 0.6,
                    draw.uniform() < 0.5 ? Side.BUY : Side.SELL, ONE, 0, 0, draw.uniform(), Regime.CHOP);
            boolean late = draw.uniform() < 0.1;
            columns.add(new Signal(wish, new double[] {draw.normal(), late ? Double.NaN : draw.normal()},
                    late ? Double.NaN : draw.uniform(), late ? Double.NaN : -draw.uniform(),
                    Ending.values()[(int) (draw.uniform() * 5)]));
        }
        return columns;
    }

    @Test
    void horizons_stand_in_order_and_within_their_bounds() {
        assertThat(new Horizons(List.of(60, 1, 5, 5)).all()).containsExactly(1, 5, 60);
        assertThat(new Horizons(List.of(Horizons.LONGEST)).longest()).isEqualTo(Horizons.LONGEST);
        assertThatThrownBy(() -> new Horizons(List.of(0))).hasMessageContaining("1 to 43200");
        assertThatThrownBy(() -> new Horizons(List.of(Horizons.LONGEST + 1))).hasMessageContaining("--horizons");
        assertThatThrownBy(() -> new Horizons(List.of())).hasMessageContaining("--horizons");
    }
}
