package org.portcullis.market.domain.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.market.Regime;
import org.portcullis.market.RegimePeriods;
import org.portcullis.market.RegimeSettings;
import org.portcullis.market.RegimeView;
import org.portcullis.market.SessionTag;
import org.portcullis.market.VolatilityTag;
import org.portcullis.market.domain.Draw;

/** The regime of generated markets whose regime is known, under the shipped limits. */
@DisplayName("S2-REQ-U3 S4-M12 the regime of a market")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegimeWalkTest {

    private static final int WARM = Paths.shipped().periods().barsNeeded();
    private static final int BARS = 3_000;
    private static final double NOISE = 0.001;

    @ParameterizedTest
    @CsvSource({"0.0002,BULL", "-0.0002,BEAR", "0,CHOP"})
    void a_known_regime_is_named_on_95_of_100_bars_right_after_the_warm_up(double drift, Regime known) {
        for (int round = 0; round < 20; round++) {
            List<RegimeView> views = Paths.walk(Paths.around(Paths.SEED + round, BARS, drift, NOISE));
            long right = views.stream().skip(WARM).filter(view -> view.regime() == known).count();
            assertThat((double) right / (BARS - WARM)).as("seed %d", Paths.SEED + round).isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void a_jump_down_is_a_crash_from_its_own_bar_on_and_for_ten_bars_at_least() {
        for (int round = 0; round < 20; round++) {
            int jump = 700;
            List<RegimeView> views = Paths.walk(jumping(Paths.SEED + round, jump, 0.98));
            String seed = "seed " + (Paths.SEED + round);
            assertThat(views.get(jump).shockZ()).as(seed).isLessThanOrEqualTo(-4);
            assertThat(views.subList(jump, jump + 10)).as(seed).extracting(RegimeView::regime)
                    .containsOnly(Regime.CRASH);
            assertThat(views.get(jump)).as(seed).extracting(RegimeView::barsIn, RegimeView::longFactor,
                    RegimeView::shortFactor).containsExactly(1L, 0.0, 0.0);
            assertThat(views.get(jump + 100).regime()).as(seed).isNotEqualTo(Regime.CRASH);
        }
    }

    @Test
    void a_jump_up_is_no_crash() {
        List<RegimeView> views = Paths.walk(jumping(Paths.SEED, 700, 1.02));
        assertThat(views.subList(700, 720)).extracting(RegimeView::regime).doesNotContain(Regime.CRASH);
    }

    @Test
    void no_regime_flips_faster_than_three_bars() {
        for (int round = 0; round < 50; round++) {
            List<RegimeView> views = Paths.walk(wild(Paths.SEED + round));
            for (int i = WARM + 1; i < views.size(); i++) {
                RegimeView before = views.get(i - 1);
                RegimeView now = views.get(i);
                boolean flipped = now.regime() != before.regime();
                assertThat(now.barsIn()).isEqualTo(flipped ? 1 : before.barsIn() + 1);
                if (flipped && now.regime() != Regime.CRASH && before.regime() != Regime.UNKNOWN) {
                    assertThat(before.barsIn()).as("seed %d, bar %d", Paths.SEED + round, i)
                            .isGreaterThanOrEqualTo(before.regime() == Regime.CRASH ? 10 : 3);
                }
            }
        }
    }

    @Test
    void every_regime_is_met_in_a_wild_market() {
        List<Regime> met = new ArrayList<>();
        for (int round = 0; round < 50; round++) {
            Paths.walk(wild(Paths.SEED + round)).forEach(view -> met.add(view.regime()));
        }
        assertThat(met).contains(Regime.values());
    }

    @Test
    void what_is_said_of_a_prefix_is_the_prefix_of_what_is_said_of_the_whole() {
        List<Paths.Step> whole = wild(Paths.SEED);
        List<RegimeView> said = Paths.walk(whole);
        for (int length : new int[] {1, WARM - 1, WARM, WARM + 1, 777, 1_500}) {
            assertThat(Paths.walk(whole.subList(0, length))).isEqualTo(said.subList(0, length));
        }
    }

    @Test
    void a_later_bar_changes_nothing_before_it() {
        List<Paths.Step> path = new ArrayList<>(wild(Paths.SEED));
        List<RegimeView> said = Paths.walk(path);
        path.set(900, new Paths.Step(1_000, 1, 1));
        List<RegimeView> changed = Paths.walk(path);
        assertThat(changed.subList(0, 900)).isEqualTo(said.subList(0, 900));
        assertThat(changed.get(900)).isNotEqualTo(said.get(900));
    }

    @Test
    void nothing_is_known_until_the_warm_up_is_over() {
        List<RegimeView> views = Paths.walk(Paths.around(Paths.SEED, WARM, 0.0002, NOISE));
        assertThat(WARM).as("the long average and the window of the slope").isEqualTo(220);
        assertThat(views.subList(0, WARM - 1)).allSatisfy(view -> {
            assertThat(view.regime()).isEqualTo(Regime.UNKNOWN);
            assertThat(view.volatility()).isEqualTo(VolatilityTag.UNKNOWN);
            assertThat(view.longFactor()).isEqualTo(0.5);
        });
        assertThat(views.get(WARM - 1).regime()).isEqualTo(Regime.BULL);
        assertThat(views.get(WARM - 1)).extracting(RegimeView::longFactor, RegimeView::shortFactor)
                .containsExactly(1.0, 0.5);
    }

    @Test
    void a_market_that_stands_still_has_no_trend_and_only_numbers() {
        List<Paths.Step> still = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            still.add(new Paths.Step(100, 100, 100));
        }
        RegimeView last = Paths.walk(still).get(499);
        assertThat(last.regime()).isEqualTo(Regime.CHOP);
        assertThat(last.volatility()).isEqualTo(VolatilityTag.NORMAL);
        assertThat(new double[] {last.trendAtrPct(), last.adx(), last.efficiency(), last.shockZ(),
                last.drawdownAtr()}).containsOnly(0);
        assertThat(last.volatilityRank()).isEqualTo(0.5);
    }

    @Test
    void a_cent_down_after_a_market_stood_still_is_no_shock_whatever_came_before() {
        int still = Paths.shipped().periods().volatilityBars();
        for (int round = 0; round < 100; round++) {
            List<Paths.Step> path = Paths.around(Paths.SEED + round, WARM + 2 * round, 0, NOISE);
            double price = path.get(path.size() - 1).close();
            for (int i = 0; i < still + round % still; i++) {
                path.add(new Paths.Step(price, price, price));
            }
            path.add(new Paths.Step(price, price - 0.01, price - 0.01));
            RegimeView last = Paths.walk(path).get(path.size() - 1);
            assertThat(last.shockZ()).as("seed %d", Paths.SEED + round).isZero();
            assertThat(last.regime()).as("seed %d", Paths.SEED + round).isNotEqualTo(Regime.CRASH);
        }
    }

    @Test
    void a_halt_is_a_crash_and_closed_until_trading_has_been_quiet_again() {
        RegimeWalk walk = new RegimeWalk(Paths.shipped(), new LimitsJudge());
        List<Paths.Step> path = Paths.around(Paths.SEED, 700, 0, NOISE);
        RegimeView view = null;
        for (int i = 0; i < 600; i++) {
            view = push(walk, path, i);
        }
        assertThat(view.regime()).isEqualTo(Regime.CHOP);
        walk.halted(true);
        RegimeView halted = push(walk, path, 600);
        assertThat(halted.regime()).isEqualTo(Regime.CRASH);
        assertThat(halted.session()).isEqualTo(SessionTag.CLOSED);
        walk.halted(false);
        assertThat(push(walk, path, 601)).extracting(RegimeView::regime, RegimeView::barsIn)
                .containsExactly(Regime.CRASH, 2L);
    }

    @Test
    void a_volatility_that_rises_is_tagged_high_and_one_that_falls_low() {
        List<Paths.Step> path = new ArrayList<>(Paths.around(Paths.SEED, 600, 0, NOISE));
        path.addAll(Paths.around(Paths.SEED + 1, 100, 0, 4 * NOISE));
        path.addAll(Paths.around(Paths.SEED + 2, 100, 0, NOISE / 4));
        List<RegimeView> views = Paths.walk(path);
        assertThat(views.get(690).volatility()).isEqualTo(VolatilityTag.HIGH);
        assertThat(views.get(790).volatility()).isEqualTo(VolatilityTag.LOW);
    }

    @Test
    void the_trend_is_told_in_percent_of_the_true_range_per_bar() {
        List<Paths.Step> path = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            double close = 100 * StrictMath.exp(0.0002 * i);
            path.add(new Paths.Step(close * 1.0005, close * 0.9995, close));
        }
        // true range: 0.0005 above the close and 0.0005 below it, wider than the step of 0.0002
        assertThat(Paths.walk(path).get(599).trendAtrPct()).isCloseTo(0.0002 / 0.001 * 100, within(0.1));
    }

    @Test
    void other_limits_take_effect_with_the_next_bar_and_other_periods_begin_anew() {
        RegimeWalk walk = new RegimeWalk(Paths.shipped(), new LimitsJudge());
        List<Paths.Step> path = Paths.around(Paths.SEED, 700, 0.0002, NOISE);
        for (int i = 0; i < 600; i++) {
            push(walk, path, i);
        }
        RegimeSettings shipped = Paths.shipped();
        walk.use(with(shipped, shipped.periods(), 0.25));
        assertThat(push(walk, path, 600)).extracting(RegimeView::regime, RegimeView::shortFactor)
                .containsExactly(Regime.BULL, 0.25);
        RegimePeriods p = shipped.periods();
        walk.use(with(shipped, new RegimePeriods(100, p.emaTrendBars(), p.slopeBars(), p.adxBars(), p.atrBars(),
                p.efficiencyBars(), p.volatilityBars(), p.rankBars(), p.drawdownBars()), 0.25));
        assertThat(push(walk, path, 601).regime()).isEqualTo(Regime.UNKNOWN);
    }

    private static RegimeSettings with(RegimeSettings s, RegimePeriods periods, double againstTrend) {
        return new RegimeSettings(periods, s.entering(), s.leavingFactor(), s.barsMin(), s.quietBars(),
                s.quietShockZMin(), s.quietRankMax(), s.lowRankMax(), s.highRankMin(), s.withTrend(), againstTrend,
                s.inChop(), s.inCrash(), s.whenUnknown(), s.hours());
    }

    private static RegimeView push(RegimeWalk walk, List<Paths.Step> path, int i) {
        Paths.Step step = path.get(i);
        return walk.push(step.high(), step.low(), step.close(), Paths.START_MS + i * 60_000L);
    }

    private static List<Paths.Step> jumping(long seed, int at, double factor) {
        List<Paths.Step> path = new ArrayList<>(Paths.around(seed, at, 0, NOISE));
        Paths.around(seed + 1, at, 0, NOISE).forEach(step -> path.add(new Paths.Step(step.high() * factor,
                step.low() * factor, step.close() * factor)));
        return path;
    }

    /** Returns with fat tails, a drift that changes and a volatility that changes. */
    private static List<Paths.Step> wild(long seed) {
        Draw draw = new Draw(seed);
        List<Paths.Step> path = new ArrayList<>();
        double close = 100;
        double drift = 0;
        double noise = NOISE;
        for (int i = 0; i < 2_000; i++) {
            if (i % 150 == 0) {
                drift = NOISE * (draw.uniform() - 0.5);
                noise = NOISE * (0.3 + 2 * draw.uniform());
            }
            close *= 1 + drift + noise * draw.fatTailed();
            path.add(new Paths.Step(close * (1 + noise * draw.uniform()), close * (1 - noise * draw.uniform()), close));
        }
        return path;
    }
}
