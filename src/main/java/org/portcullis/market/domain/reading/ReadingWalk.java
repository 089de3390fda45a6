package org.portcullis.market.domain.reading;

import java.util.Arrays;
import java.util.function.Function;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.Breakout;
import org.portcullis.market.Happening;
import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;
import org.portcullis.market.ReadingPlan;
import org.portcullis.market.ReadingsSeen;
import org.portcullis.market.Structure;
import org.portcullis.market.domain.BarNumbers;

/**
 * What packs ask to be computed, over one unbroken run of believed bars of one instrument. When the plan changes, what
 * is new is warmed from the bars in memory before anything is told of it, and what went on goes on. Used by one thread.
 */
public final class ReadingWalk {

    private static final int[] NOTHING = new int[0];

    private final int[] since = new int[Happening.values().length];
    private BarRing bars;
    private ReadingPlan plan = ReadingPlan.NONE;
    private ReadingRun run = new ReadingRun(plan);

    /** @param memoryBars bars from which a new indicator is warmed; at least 1 */
    public ReadingWalk(int memoryBars) {
        this.bars = new BarRing(memoryBars);
        Arrays.fill(since, ReadingsSeen.NEVER);
    }

    /** Goes on under another plan. Another length of memory begins it anew: nothing is known before it has filled. */
    public void use(ReadingPlan wanted, int memoryBars) {
        if (memoryBars != bars.most()) {
            bars = new BarRing(memoryBars);
        }
        if (wanted != plan && !wanted.equals(plan)) {
            ReadingRun next = new ReadingRun(wanted);
            bars.replay(next);
            next.adopt(run);
            run = next;
        }
        plan = wanted;
    }

    /**
     * Begins to look at structure, or begins anew: the bars in memory are told again, and what they bring is remembered
     * as if it had been known all along.
     *
     * @param structure what structure says to each of them
     */
    public void look(InstrumentId instrument, Function<Bar, Structure> structure) {
        Arrays.fill(since, ReadingsSeen.NEVER);
        bars.replay(instrument, bar -> remember(structure.apply(bar)));
    }

    /** Forgets everything: nothing is computed across a hole. */
    public void restart() {
        bars = new BarRing(bars.most());
        run = new ReadingRun(plan);
        Arrays.fill(since, ReadingsSeen.NEVER);
    }

    /** Takes the next believed bar and what structure says to it. */
    public ReadingsSeen take(Bar bar, BarNumbers numbers, Structure structure) {
        bars.push(bar);
        if (plan.structure()) {
            remember(structure);
        }
        if (plan.readsNothing()) {
            return ReadingsSeen.NONE;
        }
        run.push(bar.openTimeMs(), numbers.open(), numbers.high(), numbers.low(), numbers.close(), numbers.volume());
        return run.seen(plan.happenings() ? since.clone() : NOTHING);
    }

    private void remember(Structure s) {
        for (int i = 0; i < since.length; i++) {
            since[i] = ReadingRun.older(since[i]);
        }
        directed(s.gap(), Happening.GAP_UP, Happening.GAP_DOWN);
        directed(s.breakOfStructure(), Happening.BREAK_UP, Happening.BREAK_DOWN);
        directed(s.changeOfCharacter(), Happening.CHARACTER_UP, Happening.CHARACTER_DOWN);
        directed(s.orderBlock(), Happening.BLOCK_UP, Happening.BLOCK_DOWN);
        directed(s.blockRetest(), Happening.RETEST_UP, Happening.RETEST_DOWN);
        directed(s.sweep(), Happening.SWEEP_LOW, Happening.SWEEP_HIGH);
        Breakout breakout = s.breakout();
        if (breakout != null) {
            directed(breakout.direction(), Happening.BREAKOUT_UP, Happening.BREAKOUT_DOWN);
        }
        for (PoolStep step : s.poolSteps()) {
            if (step.to() == PoolState.RECLAIMED) {
                directed(step.direction(), Happening.RECLAIM_LOW, Happening.RECLAIM_HIGH);
            } else if (step.to() == PoolState.ARMED) {
                directed(step.direction(), Happening.ARMED_LOW, Happening.ARMED_HIGH);
            }
        }
    }

    private void directed(int direction, Happening up, Happening down) {
        if (direction != 0) {
            since[direction > 0 ? up.ordinal() : down.ordinal()] = 0;
        }
    }
}
