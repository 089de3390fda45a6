package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.domain.Draw;
import org.portcullis.market.domain.BarNumbers;
import org.portcullis.market.domain.reading.ReadingWalk;

/** What is computed for packs, over bars and what happened on them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadingWalkTest {

    private static final long SEED = Long.getLong("seed", 20_261_121L);
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final int BARS = 1_500;
    private static final int MEMORY = 700;
    private static final Reading FAST = reading("ema", 5);
    private static final Reading SLOW = reading("sma", 40);
    private static final Reading STRENGTH = reading("rsi", 14);
    private static final Cross UP = new Cross(FAST, SLOW, 0, true);
    private static final Cross OVERSOLD = new Cross(STRENGTH, null, 30, false);
    private static final ReadingPlan PLAN = ReadingPlan.union(List.of(
            new ReadingPlan(List.of(FAST), List.of(UP, OVERSOLD), true, true)));

    private final List<Bar> bars = bars();
    private final List<Structure> structures = structures();

    @Test
    @DisplayName("B-S4 nothing looks ahead: over a prefix of the bars the same was told")
    void a_run_over_a_prefix_is_the_prefix_of_the_run() {
        List<ReadingsSeen> whole = run(new ReadingWalk(MEMORY), 0, BARS);
        for (int length : new int[]{1, 41, 700, 701, 1_234}) {
            assertThat(run(new ReadingWalk(MEMORY), 0, length)).isEqualTo(whole.subList(0, length));
        }
    }

    @Test
    @DisplayName("B-S4 bars since a cross and since a happening are what counting back gives")
    void bars_since_are_what_counting_back_gives() {
        List<ReadingsSeen> told = run(new ReadingWalk(MEMORY), 0, BARS);
        int fast = PLAN.readings().indexOf(FAST);
        int slow = PLAN.readings().indexOf(SLOW);
        int up = PLAN.crosses().indexOf(UP);
        int cross = ReadingsSeen.NEVER;
        int sweep = ReadingsSeen.NEVER;
        int crosses = 0;
        for (int i = 0; i < BARS; i++) {
            ReadingsSeen seen = told.get(i);
            boolean crossed = seen.before()[fast] <= seen.before()[slow] && seen.now()[fast] > seen.now()[slow];
            cross = crossed ? 0 : later(cross);
            sweep = structures.get(i).sweep() > 0 ? 0 : later(sweep);
            assertThat(seen.sinceCross()[up]).as("seed %d bar %d", SEED, i).isEqualTo(cross);
            assertThat(seen.sinceHappening()[Happening.SWEEP_LOW.ordinal()]).as("bar %d", i).isEqualTo(sweep);
            crosses += crossed ? 1 : 0;
            if (i > 0) {
                assertThat(seen.before()).isEqualTo(told.get(i - 1).now());
            }
        }
        assertThat(crosses).isGreaterThan(10);
    }

    @Test
    @DisplayName("B-S4 what happened 500 bars ago is remembered, one bar later it is not")
    void what_happened_is_remembered_for_some_bars() {
        ReadingWalk walk = new ReadingWalk(MEMORY);
        walk.use(PLAN, MEMORY);
        int gap = Happening.GAP_DOWN.ordinal();
        assertThat(walk.take(bars.get(0), BarNumbers.of(bars.get(0)), with(-1, 0)).sinceHappening()[gap]).isZero();
        for (int i = 1; i <= 500; i++) {
            assertThat(walk.take(bars.get(i), BarNumbers.of(bars.get(i)), with(0, 0)).sinceHappening()[gap])
                    .isEqualTo(i);
        }
        assertThat(walk.take(bars.get(501), BarNumbers.of(bars.get(501)), with(0, 0)).sinceHappening()[gap])
                .isEqualTo(ReadingsSeen.NEVER);
    }

    @Test
    @DisplayName("B-S2 what a plan brings anew is warmed from memory, and what went on goes on untouched")
    void what_is_new_is_warmed_and_what_went_on_goes_on() {
        ReadingWalk walk = new ReadingWalk(MEMORY);
        ReadingPlan first = new ReadingPlan(List.of(STRENGTH), List.of(), false, false);
        walk.use(first, MEMORY);
        for (int i = 0; i < 1_000; i++) {
            walk.take(bars.get(i), BarNumbers.of(bars.get(i)), structures.get(i));
        }
        List<ReadingsSeen> late = run(walk, 1_000, BARS);
        List<ReadingsSeen> whole = run(new ReadingWalk(MEMORY), 0, BARS).subList(1_000, BARS);
        int strength = PLAN.readings().indexOf(STRENGTH);
        int slow = PLAN.readings().indexOf(SLOW);
        for (int i = 0; i < late.size(); i++) {
            assertThat(late.get(i).now()[strength]).isEqualTo(whole.get(i).now()[strength]);
            assertThat(late.get(i).now()[slow]).isCloseTo(whole.get(i).now()[slow],
                    within(1e-9));
            assertThat(late.get(i).sinceCross()).isEqualTo(whole.get(i).sinceCross());
        }
    }

    @Test
    @DisplayName("B-S2 a memory that has turned many times warms as one that has not")
    void a_memory_that_has_turned_warms_alike() {
        for (int memory : new int[]{100, 129, 640}) {
            ReadingWalk walk = new ReadingWalk(memory);
            for (int i = 0; i < 1_499; i++) {
                walk.use(ReadingPlan.NONE, memory);
                assertThat(walk.take(bars.get(i), BarNumbers.of(bars.get(i)), structures.get(i)))
                        .isSameAs(ReadingsSeen.NONE);
            }
            ReadingPlan plan = new ReadingPlan(List.of(SLOW), List.of(), false, false);
            walk.use(plan, memory);
            double mean = bars.subList(1_460, 1_500).stream().mapToDouble(bar -> bar.closeE8() / 1e8).average()
                    .orElseThrow();
            assertThat(walk.take(bars.get(1_499), BarNumbers.of(bars.get(1_499)), structures.get(1_499)).now()[0])
                    .isCloseTo(mean,
                    within(1e-9));
        }
    }

    @Test
    @DisplayName("B-S2 B-S4 across a hole nothing is computed and nothing is remembered")
    void nothing_is_computed_across_a_hole() {
        ReadingWalk walk = new ReadingWalk(MEMORY);
        run(walk, 0, 600);
        walk.restart();
        assertThat(run(walk, 600, 900)).isEqualTo(run(new ReadingWalk(MEMORY), 600, 900));
        ReadingWalk fresh = new ReadingWalk(MEMORY);
        fresh.use(PLAN, MEMORY);
        ReadingsSeen first = fresh.take(bars.get(600), BarNumbers.of(bars.get(600)), with(0, 0));
        assertThat(first.now()).containsOnly(Double.NaN);
        assertThat(Arrays.stream(first.sinceHappening()).allMatch(since -> since == ReadingsSeen.NEVER)).isTrue();
    }

    private List<ReadingsSeen> run(ReadingWalk walk, int from, int to) {
        List<ReadingsSeen> seen = new ArrayList<>();
        for (int i = from; i < to; i++) {
            walk.use(PLAN, MEMORY);
            seen.add(walk.take(bars.get(i), BarNumbers.of(bars.get(i)), structures.get(i)));
        }
        return seen;
    }

    private static int later(int since) {
        return since >= 500 ? ReadingsSeen.NEVER : since + 1;
    }

    private static Reading reading(String use, int length) {
        return new Reading(IndicatorUse.declared(Map.of("use", use, "length", length)), 0);
    }

    private static Structure with(int gap, int sweep) {
        double none = Double.NaN;
        return new Structure(BTC, 0, gap, none, none, 0, 0, none, 0, 0, none, none, sweep, none, none, none, none, 0,
                none, none, none, none, 0, 0, 0.5, List.of(), null, null);
    }

    private static List<Structure> structures() {
        Draw draw = new Draw(SEED + 1);
        List<Structure> structures = new ArrayList<>();
        for (int i = 0; i < BARS; i++) {
            structures.add(with(0, draw.uniform() < 0.01 ? 1 : draw.uniform() < 0.01 ? -1 : 0));
        }
        return structures;
    }

    private static List<Bar> bars() {
        Draw draw = new Draw(SEED);
        List<Bar> bars = new ArrayList<>();
        double close = 60_000;
        for (int i = 0; i < BARS; i++) {
            double open = close;
            close = Math.max(100, close * (1 + 0.001 * draw.fatTailed()));
            bars.add(new Bar(BTC, i * 60_000L, e8(open), e8(Math.max(open, close) + 3), e8(Math.min(open, close) - 3),
                    e8(close), e8(1 + draw.uniform())));
        }
        return bars;
    }

    private static long e8(double value) {
        return Math.round(value * 1e8);
    }
}
