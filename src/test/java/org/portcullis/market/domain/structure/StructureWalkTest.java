package org.portcullis.market.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.Bar;
import org.portcullis.market.Breakout;
import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.market.Structure;
import org.portcullis.market.StructureCalendar;
import org.portcullis.market.domain.Draw;

@DisplayName("S3-08 S3-09 S4-M11 structure bar by bar")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StructureWalkTest {

    private static final long SEED = Long.getLong("seed", 11L);
    private static final int PREFIXES = 12;

    @Test
    void what_a_prefix_says_is_the_prefix_of_what_the_whole_says() {
        for (int round = 0; round < 6; round++) {
            long seed = SEED + round;
            prefixes(round % 2 == 0 ? StructureBars.generated(seed, 3_000) : StructureBars.coarse(seed, 3_000), seed);
        }
    }

    @Test
    void what_a_prefix_of_a_real_month_says_is_the_prefix_of_what_all_of_it_says() {
        prefixes(StructureBars.real(12_000), SEED);
    }

    private static void prefixes(List<Bar> bars, long seed) {
        List<Structure> whole = walked(bars);
        Draw draw = new Draw(seed);
        for (int i = 0; i < PREFIXES; i++) {
            int cut = (int) (draw.uniform() * bars.size());
            assertThat(walked(bars.subList(0, cut))).as("seed %d, cut at %d", seed, cut)
                    .isEqualTo(whole.subList(0, cut));
        }
    }

    @Test
    void another_future_does_not_change_the_past() {
        List<Bar> bars = StructureBars.generated(SEED, 2_000);
        List<Bar> others = StructureBars.coarse(SEED + 1, 2_000);
        List<Structure> whole = walked(bars);
        for (int cut = 100; cut < 2_000; cut += 173) {
            List<Bar> bent = new ArrayList<>(bars.subList(0, cut));
            bent.addAll(others.subList(cut, 2_000));
            assertThat(walked(bent).subList(0, cut)).as("seed %d, bent at %d", SEED, cut)
                    .isEqualTo(whole.subList(0, cut));
        }
    }

    @Test
    void nothing_is_told_before_it_can_be_known() {
        List<Bar> bars = StructureBars.coarse(SEED, 6_000);
        List<Structure> told = walked(bars);
        int reach = StructureBars.shipped().swingBars();
        for (int i = 1; i < bars.size(); i++) {
            Structure now = told.get(i);
            Structure before = told.get(i - 1);
            if (now.swingHigh() != before.swingHigh() && !Double.isNaN(now.swingHigh())) {
                double swing = price(bars.get(i - reach).highE8());
                assertThat(now.swingHigh()).as("seed %d, bar %d", SEED, i).isEqualTo(swing);
                assertThat(bars.subList(i - reach, i + 1)).allMatch(bar -> price(bar.highE8()) <= swing);
            }
            int broke = now.breakOfStructure() + now.changeOfCharacter();
            if (broke != 0) {
                assertThat(now.breakLevel()).isEqualTo(broke > 0 ? before.swingHigh() : before.swingLow());
                assertThat(broke * price(bars.get(i).closeE8())).isGreaterThan(broke * now.breakLevel());
                assertThat(now.trend()).isEqualTo(broke);
            }
            if (now.gap() != 0) {
                assertThat(now.gapTop()).isEqualTo(price(now.gap() > 0 ? bars.get(i).lowE8()
                        : bars.get(i - 2).lowE8()));
            }
        }
        assertThat(told).anyMatch(now -> now.breakOfStructure() != 0).anyMatch(now -> now.changeOfCharacter() != 0);
    }

    @Test
    void turning_the_sign_of_prices_turns_every_direction() {
        for (long seed = SEED; seed < SEED + 4; seed++) {
            List<Bar> bars = seed % 2 == 0 ? StructureBars.generated(seed, 5_000) : StructureBars.coarse(seed, 5_000);
            List<Structure> up = walked(bars);
            List<Structure> down = walked(StructureBars.mirrored(bars));
            for (int i = 0; i < up.size(); i++) {
                assertThat(Mirror.of(down.get(i))).as("seed %d, bar %d", seed, i).isEqualTo(Mirror.turned(up.get(i)));
            }
        }
    }

    /** What turns with prices, in one comparable thing. */
    private record Mirror(List<Integer> directions, List<Double> prices, List<String> steps, List<Double> scalp,
            List<Double> breakout) {

        static Mirror of(Structure now) {
            return of(now, 1);
        }

        static Mirror turned(Structure now) {
            return of(now, -1);
        }

        private static Mirror of(Structure now, int turn) {
            boolean as = turn > 0;
            ScalpFeatures scalp = now.scalp();
            Breakout breakout = now.breakout();
            return new Mirror(
                    List.of(turn * now.gap(), turn * now.breakOfStructure(), turn * now.changeOfCharacter(),
                            turn * now.orderBlock(), turn * now.blockRetest(), turn * now.sweep(), turn * now.trend()),
                    turned(turn, as ? now.gapTop() : now.gapBottom(), now.breakLevel(),
                            as ? now.blockTop() : now.blockBottom(), now.sweepLevel(),
                            as ? now.swingHigh() : now.swingLow(), as ? now.swingLow() : now.swingHigh(),
                            as ? now.previousDayHigh() : now.previousDayLow(),
                            as ? now.previousWeekHigh() : now.previousWeekLow(), now.bodyAtr()),
                    now.poolSteps().stream().map(step -> text(step, turn)).sorted().toList(),
                    scalp == null ? List.of() : turned(1, turn * scalp.direction(), scalp.sweepDepthAtr(),
                            scalp.wickRatio(), scalp.closeBackAtr(), scalp.takerShare(), scalp.bodyAtr(),
                            scalp.trendAtr(), scalp.touches(), scalp.levelAgeLog()),
                    breakout == null ? List.of() : turned(1, turn * breakout.direction(), turn * breakout.level(),
                            breakout.wickRatio(), breakout.penetrationAtr(), breakout.closeBackAtr(),
                            breakout.ageBars(), breakout.barsBeyond(), breakout.touches(), breakout.trendSign()));
        }

        private static String text(PoolStep step, int turn) {
            String source = turn > 0 ? step.source() : step.source().endsWith("HIGH") || step.source().endsWith("HIGHS")
                    ? step.source().replace("HIGH", "LOW") : step.source().replace("LOW", "HIGH");
            return source + step.from() + step.to() + step.cause() + turned(turn, step.direction(), step.level(),
                    step.extreme(), step.entry(), step.stop(), step.target()) + step.touches() + step.depthAtr();
        }

        private static List<Double> turned(int turn, double... values) {
            List<Double> list = new ArrayList<>();
            for (double value : values) {
                // minus zero and zero are one number, and so are all ways to say that there is none
                list.add(Double.isNaN(value) ? Double.NaN : turn * value + 0.0);
            }
            return list;
        }
    }

    @Test
    void a_bar_that_comes_twice_changes_nothing_and_an_older_one_is_refused() {
        List<Bar> bars = StructureBars.generated(SEED, 1_500);
        StructureWalk twice = walk();
        List<Structure> told = new ArrayList<>();
        for (Bar bar : bars) {
            told.add(twice.push(bar, Double.NaN));
            assertThat(twice.push(bar, Double.NaN)).isSameAs(told.get(told.size() - 1));
        }
        assertThat(told).isEqualTo(walked(bars));
        assertThatThrownBy(() -> twice.push(bars.get(bars.size() - 2), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("came after");
    }

    @Test
    void after_a_hole_everything_begins_anew_and_open_pools_are_called_off() {
        List<Bar> bars = StructureBars.generated(SEED, 3_000);
        StructureWalk broken = walk();
        bars.subList(0, 1_000).forEach(bar -> broken.push(bar, Double.NaN));
        assertThat(broken.standing()).isNotEmpty();
        List<PoolStep> cancelled = broken.restart(bars.get(1_500).openTimeMs());
        assertThat(cancelled).isNotEmpty().allMatch(step -> step.to() == PoolState.CANCELLED
                && step.cause().equals("SERIES_RESTARTED"));
        assertThat(broken.standing()).isEmpty();
        List<Structure> after = new ArrayList<>();
        bars.subList(1_500, 3_000).forEach(bar -> after.add(broken.push(bar, Double.NaN)));
        assertThat(after).isEqualTo(walked(bars.subList(1_500, 3_000)));
    }

    @Test
    void a_series_shorter_than_a_swing_has_none_and_nothing_fails() {
        List<Structure> told = walked(StructureBars.coarse(SEED, 9));
        assertThat(told).allMatch(now -> Double.isNaN(now.swingHigh()) && Double.isNaN(now.swingLow())
                && now.poolSteps().isEmpty() && now.breakout() == null);
    }

    @Test
    void a_market_that_stands_still_says_nothing_and_nothing_is_infinite() {
        List<Bar> still = new ArrayList<>();
        for (Bar bar : StructureBars.coarse(SEED, 600)) {
            still.add(new Bar(bar.instrument(), bar.openTimeMs(), 100, 100, 100, 100, 0));
        }
        assertThat(walked(still)).allMatch(now -> now.scalp() == null && now.gap() == 0 && now.bodyShare() == 0
                && now.closeShare() == 0.5 && now.poolSteps().isEmpty());
    }

    @Test
    void every_measure_of_a_warm_series_is_a_number_in_its_range() {
        StructureWalk walk = walk();
        int patterns = 0;
        List<Bar> bars = StructureBars.coarse(SEED, 8_000);
        for (int i = 0; i < bars.size(); i++) {
            Structure now = walk.push(bars.get(i), 0.4);
            ScalpFeatures scalp = now.scalp();
            if (i > 4_000 && scalp != null) {
                patterns++;
                double[] row = new double[ScalpFeatures.COUNT];
                scalp.writeTo(row);
                for (double value : row) {
                    assertThat(value).as("seed %d, bar %d: %s", SEED, i, scalp).isFinite();
                }
                assertThat(scalp.wickRatio()).isBetween(0.0, 1.0);
                assertThat(scalp.efficiency()).isBetween(0.0, 1.0);
                assertThat(scalp.volatilityRank()).isEqualTo(0.4);
                assertThat(scalp.takerShare()).isBetween(-1.0, 1.0);
            }
        }
        assertThat(patterns).isGreaterThan(100);
    }

    @Test
    void every_kind_of_pattern_happens_in_a_real_month() {
        List<Structure> told = walked(StructureBars.real(41_761));
        assertThat(count(told, Structure::gap)).isGreaterThan(1_000);
        assertThat(count(told, Structure::breakOfStructure)).isGreaterThan(100);
        assertThat(count(told, Structure::changeOfCharacter)).isGreaterThan(100);
        assertThat(count(told, Structure::orderBlock)).isGreaterThan(100);
        assertThat(count(told, Structure::blockRetest)).isGreaterThan(100);
        assertThat(count(told, Structure::sweep)).isGreaterThan(100);
        assertThat(told).filteredOn(now -> now.breakout() != null).hasSizeGreaterThan(100);
        assertThat(told.stream().flatMap(now -> now.poolSteps().stream()).map(PoolStep::to).distinct())
                .contains(PoolState.SWEPT, PoolState.RECLAIMED, PoolState.ARMED, PoolState.TRADE, PoolState.CLOSED,
                        PoolState.BROKEN, PoolState.EXPIRED);
        assertThat(told.get(41_760).previousWeekHigh()).isFinite();
    }

    private static long count(List<Structure> told, ToIntFunction<Structure> direction) {
        return told.stream().filter(now -> direction.applyAsInt(now) != 0).count();
    }

    @Test
    void a_sweep_comes_before_every_other_pattern_of_its_bar() {
        List<Structure> told = walked(StructureBars.coarse(SEED, 20_000));
        assertThat(told).filteredOn(now -> now.sweep() != 0 && now.gap() == -now.sweep()).isNotEmpty()
                .allMatch(now -> Objects.requireNonNull(now.scalp()).direction() == now.sweep());
        assertThat(told).filteredOn(now -> now.sweep() == 0 && now.changeOfCharacter() == 0 && now.blockRetest() != 0)
                .isNotEmpty().allMatch(now -> Objects.requireNonNull(now.scalp()).direction() == now.blockRetest());
    }

    @Test
    void memory_does_not_grow_with_the_series() {
        StructureWalk walk = walk();
        int most = 0;
        for (Bar bar : StructureBars.coarse(SEED, 30_000)) {
            walk.push(bar, Double.NaN);
            most = Math.max(most, walk.standing().size());
        }
        assertThat(most).isBetween(10, StructureBars.shipped().pools().poolsMax());
    }

    private static double price(long e8) {
        return (double) e8 / 100_000_000L;
    }

    private static StructureWalk walk() {
        return new StructureWalk(StructureBars.BTC, StructureBars.TICK_E8, StructureBars.shipped(),
                StructureCalendar.UTC);
    }

    private static List<Structure> walked(List<Bar> bars) {
        StructureWalk walk = walk();
        return bars.stream().map(bar -> walk.push(bar, Double.NaN)).toList();
    }
}
