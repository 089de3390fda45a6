package org.portcullis.market.domain.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.Breakout;
import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.market.Structure;
import org.portcullis.market.StructureCalendar;
import org.portcullis.market.StructureSettings;
import org.portcullis.market.domain.Logarithm;
import org.portcullis.market.domain.pool.BrokenLevel;
import org.portcullis.market.domain.pool.Cause;
import org.portcullis.market.domain.pool.PoolBar;
import org.portcullis.market.domain.pool.PoolBook;
import org.portcullis.market.domain.pool.PoolOutcome;
import org.portcullis.market.domain.pool.PoolSource;
import org.portcullis.market.domain.pool.PoolStanding;

/**
 * S3-08, S3-09, S0-09: what price structure says at the close of each bar of one instrument, with nothing that was not
 * known by then. Swings are used from the bar that confirms them, gaps from their third bar, ranges of days and
 * sessions from the bar after them. One thread; constant time a bar on average; memory bounded by the settings.
 *
 * <p>When a bar completes several patterns, the features take the direction of the first of: sweep, change of
 * character, return to an order block, fair value gap, break of structure. Reversals come before continuations, because
 * their entry does not come back.
 */
public final class StructureWalk {

    private final InstrumentId instrument;
    private final StructureSettings settings;
    private final StructureCalendar calendar;
    private final PoolBook pools;
    private final List<PoolStep> steps = new ArrayList<>();
    private Walks walks;
    private @Nullable Structure last;

    /** Everything that begins anew with a series. */
    private static final class Walks {
        private final RecentBars recent;
        private final BarMeasures measures;
        private final CalendarLevels levels;
        private final SwingWalk swings;
        private final GapWalk gaps;
        private final BreakWalk breaks;
        private final BlockWalk blocks;
        private final EqualLevels equals;
        private final SweepMemory sweeps = new SweepMemory();
        private @Nullable Gap gap;

        Walks(StructureSettings settings, StructureCalendar calendar) {
            recent = new RecentBars(2 * settings.swingBars() + 2);
            measures = new BarMeasures(settings.atrBars());
            levels = new CalendarLevels(settings, calendar);
            swings = new SwingWalk(settings.swingBars(), recent, false);
            gaps = new GapWalk(false, settings.gapsMax());
            breaks = new BreakWalk(recent);
            blocks = new BlockWalk(BlockRules.correct(settings.blocksMax()), recent);
            equals = new EqualLevels(settings.groupsMax());
        }

        void push(long openTimeMs, BarShape bar) {
            levels.push(openTimeMs, bar.high(), bar.low());
            measures.push(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume(), levels.tradingDay());
            recent.push(bar.high(), bar.low(), measures.atrNow);
            gap = gaps.push(bar.open(), bar.high(), bar.low(), bar.close());
            breaks.push(bar.high(), bar.low(), bar.close());
            blocks.push(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
            equals.push(bar.high(), bar.low());
        }
    }

    /**
     * @param instrument whose structure
     * @param tickE8     its smallest price step, in 10<sup>-8</sup>, positive
     * @param calendar   its days and sessions
     */
    public StructureWalk(InstrumentId instrument, long tickE8, StructureSettings settings,
            StructureCalendar calendar) {
        this(instrument, tickE8, settings, calendar, refused -> { });
    }

    /**
     * @param instrument whose structure
     * @param tickE8     its smallest price step, in 10<sup>-8</sup>, positive
     * @param calendar   its days and sessions
     * @param refusals   told of every change of a pool that is refused, to log it
     */
    public StructureWalk(InstrumentId instrument, long tickE8, StructureSettings settings,
            StructureCalendar calendar, Consumer<PoolOutcome.Refused> refusals) {
        if (tickE8 <= 0) {
            throw new IllegalArgumentException(instrument + ": the tick must be positive, not " + tickE8);
        }
        this.instrument = instrument;
        this.settings = settings;
        this.calendar = calendar;
        this.pools = new PoolBook(instrument, (double) tickE8 / FixedPoint.ONE, settings.pools(), refusals);
        this.walks = new Walks(settings, calendar);
    }

    /**
     * Takes the next bar. The bar taken last, given again, changes nothing and gives what it gave.
     *
     * @param volatilityRank rank of realised volatility among its own past, 0 to 1; {@link Double#NaN} when not known
     * @throws IllegalArgumentException when the bar is older than the last one: the guards before this let none through
     */
    public Structure push(Bar bar, double volatilityRank) {
        Structure before = last;
        if (before != null && bar.openTimeMs() <= before.openTimeMs()) {
            if (bar.openTimeMs() == before.openTimeMs()) {
                return before;
            }
            throw new IllegalArgumentException(instrument + ": the bar of " + bar.openTimeMs()
                    + " came after that of " + before.openTimeMs());
        }
        BarShape shape = BarShape.of(bar);
        walks.push(bar.openTimeMs(), shape);
        pools.onBar(poolBar(bar.openTimeMs(), shape), steps);
        walks.sweeps.push(steps, shape);
        swing(shape);
        walks.levels.define(pools, shape.close());
        Structure told = tell(bar, shape, volatilityRank);
        steps.clear();
        last = told;
        return told;
    }

    /**
     * Begins a new series after a hole: nothing is computed across it, and open pools are called off because what
     * happened to them in it is not known.
     *
     * @param timeMs when the hole was noticed, UTC milliseconds
     * @return the steps of the pools called off, which the caller tells like all others
     */
    public List<PoolStep> restart(long timeMs) {
        walks = new Walks(settings, calendar);
        return pools.cancelAll(Cause.SERIES_RESTARTED.name(), timeMs);
    }

    /**
     * S0-10: changes a pool's state from outside, as when its trade was closed or somebody calls it off.
     *
     * @see PoolBook#move
     */
    public PoolOutcome move(String poolId, PoolState to, String cause, long timeMs) {
        return pools.move(poolId, to, cause, timeMs);
    }

    /** What the open pools know, the oldest first. */
    public List<PoolStanding> standing() {
        return pools.standing();
    }

    /** Changes of pools that were refused so far (S0-10). */
    public long refused() {
        return pools.refused();
    }

    private PoolBar poolBar(long timeMs, BarShape bar) {
        Gap gap = walks.gap;
        return new PoolBar(timeMs, bar.open(), bar.high(), bar.low(), bar.close(), walks.measures.atrNow,
                walks.measures.bodyZ, walks.measures.volumeRatio, walks.breaks.direction(),
                gap == null ? 0 : gap.direction(), gap == null ? Double.NaN : (gap.top() + gap.bottom()) / 2);
    }

    private void swing(BarShape bar) {
        int type = walks.swings.push(bar.high(), bar.low());
        if (type == 0) {
            return;
        }
        long position = walks.swings.position();
        double level = walks.swings.level();
        walks.breaks.swing(type, level, position);
        walks.blocks.swing(type, level, position);
        double atr = walks.recent.atr(position);
        LevelGroup group = walks.equals.swing(type, level, position, atr > 0 ? settings.equalAtr() * atr : 0);
        if (group.size() > 1) {
            pools.define(type > 0 ? PoolSource.EQUAL_HIGHS : PoolSource.EQUAL_LOWS, group.outermost());
        } else {
            pools.define(type > 0 ? PoolSource.SWING_HIGH : PoolSource.SWING_LOW, level);
        }
    }

    private Structure tell(Bar bar, BarShape shape, double volatilityRank) {
        BreakWalk breaks = walks.breaks;
        Gap gap = walks.gap;
        Block formed = walks.blocks.formed();
        Block returned = walks.blocks.returned();
        Block shown = returned != null ? returned : formed;
        int sweep = walks.sweeps.sweep();
        SweepMemory.Side swept = walks.sweeps.side(sweep);
        PeriodRange days = walks.levels.days();
        PeriodRange weeks = walks.levels.weeks();
        return new Structure(instrument, bar.openTimeMs(), gap == null ? 0 : gap.direction(),
                gap == null ? Double.NaN : gap.top(), gap == null ? Double.NaN : gap.bottom(),
                breaks.kind() == Break.OF_STRUCTURE ? breaks.direction() : 0,
                breaks.kind() == Break.OF_CHARACTER ? breaks.direction() : 0, breaks.level(),
                formed == null ? 0 : formed.direction(), returned == null ? 0 : returned.direction(),
                shown == null ? Double.NaN : shown.top(), shown == null ? Double.NaN : shown.bottom(), sweep,
                sweep == 0 ? Double.NaN : swept.level, sweep == 0 ? Double.NaN : swept.depthAtr, breaks.swingHigh(),
                breaks.swingLow(), breaks.trend(), days.previousHigh(), days.previousLow(), weeks.previousHigh(),
                weeks.previousLow(), shape.bodyShare(),
                BarShape.inAtr(shape.close() - shape.open(), walks.measures.atrNow), shape.closeShare(), steps,
                breakout(bar, shape), scalp(bar, shape, volatilityRank),
                walks.levels.minutesToSessionEnd(bar.closeTimeMs()));
    }

    private @Nullable Breakout breakout(Bar bar, BarShape shape) {
        BrokenLevel broken = pools.broken();
        return broken == null ? null : BreakoutForm.of(broken, shape, walks.measures,
                walks.levels.minuteOfDay(bar.openTimeMs()), walks.levels.minutesToSessionEnd(bar.closeTimeMs()));
    }

    private @Nullable ScalpFeatures scalp(Bar bar, BarShape shape, double volatilityRank) {
        int direction = direction();
        if (direction == 0) {
            return null;
        }
        SweepMemory.Side swept = walks.sweeps.side(direction);
        BarMeasures measures = walks.measures;
        double atr = measures.atrNow;
        boolean known = swept.known();
        return new ScalpFeatures(direction, known ? swept.depthAtr : Double.NaN, shape.wickShare(direction),
                known ? BarShape.inAtr(direction * (shape.close() - swept.level), atr) : Double.NaN, measures.volumeZ,
                direction * shape.takerShare(),
                known ? Logarithm.of(1.0 + walks.sweeps.ageBars(swept)) : Double.NaN,
                known ? swept.touches : Double.NaN,
                BarShape.inAtr(direction * (shape.close() - shape.open()), atr), measures.efficiency, volatilityRank,
                BarShape.inAtr(direction * measures.trend, atr),
                BreakoutForm.sine(walks.levels.minuteOfDay(bar.openTimeMs())));
    }

    /** The direction of the bar's foremost pattern, 0 without one. */
    private int direction() {
        int sweep = walks.sweeps.sweep();
        if (sweep != 0) {
            return sweep;
        }
        if (walks.breaks.kind() == Break.OF_CHARACTER) {
            return walks.breaks.direction();
        }
        Block returned = walks.blocks.returned();
        if (returned != null) {
            return returned.direction();
        }
        Gap gap = walks.gap;
        return gap != null ? gap.direction() : walks.breaks.direction();
    }
}
