package org.portcullis.market.domain.pool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.PoolSettings;
import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;

/**
 * S0-12: the liquidity pools of one instrument. One thread writes; every change is a {@link PoolStep}, and the steps
 * alone rebuild what the pools know ({@link #replay}). A bar that comes twice changes nothing.
 */
public final class PoolBook {

    private final InstrumentId instrument;
    private final double tick;
    private final PoolSettings settings;
    private final PoolMap map;
    private final PoolWalk walk;
    private final Consumer<PoolOutcome.Refused> refusals;
    private final List<Pool> pools = new ArrayList<>();
    private List<PoolStep> steps = new ArrayList<>();
    private long bars;
    private long lastBarMs = Long.MIN_VALUE;
    private long refused;
    private @Nullable PoolBar bar;
    private @Nullable BrokenLevel broken;

    /**
     * @param tick     smallest price step of the instrument, positive
     * @param refusals told of every change that is refused, to log it
     */
    public PoolBook(InstrumentId instrument, double tick, PoolSettings settings,
            Consumer<PoolOutcome.Refused> refusals) {
        this.refusals = refusals;
        this.instrument = instrument;
        this.tick = tick;
        this.settings = settings;
        this.map = PoolMap.of(settings.armedStage());
        this.walk = new PoolWalk(settings, tick, new Records());
    }

    /**
     * Shows the next bar to all pools; levels that it makes known are {@linkplain #define defined} afterwards.
     *
     * @param out takes the steps, in the order in which they happened
     */
    public BarSeen onBar(PoolBar next, List<PoolStep> out) {
        if (next.timeMs() <= lastBarMs) {
            boolean repeated = next.timeMs() == lastBarMs;
            refused += repeated ? 0 : 1;
            return repeated ? BarSeen.REPEATED : BarSeen.TOO_OLD;
        }
        lastBarMs = next.timeMs();
        bars++;
        bar = next;
        broken = null;
        steps = out;
        if (next.atr() > 0 && !pools.isEmpty()) {
            walkAll(next);
        }
        return BarSeen.TAKEN;
    }

    private void walkAll(PoolBar next) {
        double margin = tick + settings.mergeAtr() * next.atr();
        double lowest = next.low() - margin;
        double highest = next.high() + margin;
        int kept = 0;
        for (int i = 0; i < pools.size(); i++) {
            Pool pool = pools.get(i);
            // most levels are far away: nothing can happen to them, neither a sweep nor a touch
            boolean far = pool.direction > 0 ? pool.level < lowest : pool.level > highest;
            if (!far || pool.state != PoolState.DEFINED || age(pool) > settings.ageBarsMax()) {
                walkOne(pool, next);
                if (map.ends(pool.state)) {
                    continue;
                }
            }
            if (kept != i) {
                pools.set(kept, pool);
            }
            kept++;
        }
        if (kept < pools.size()) {
            pools.subList(kept, pools.size()).clear();
        }
    }

    private void walkOne(Pool pool, PoolBar next) {
        int before = pool.barsBeyond;
        boolean open = pool.state == PoolState.DEFINED || pool.state == PoolState.SWEPT;
        walk.walk(pool, next, age(pool));
        if (open && pool.sweptAge >= 0) {
            breaks(pool, before, next);
        }
    }

    /** Of several broken levels the one nearest to the close counts, of equally near ones the older. */
    private void breaks(Pool pool, int barsBeyond, PoolBar next) {
        double beyond = pool.direction > 0 ? pool.level - next.low() : next.high() - pool.level;
        if (beyond > 0 && (broken == null
                || Math.abs(next.close() - pool.level) < Math.abs(next.close() - broken.level()))) {
            broken = new BrokenLevel(pool.direction, pool.level, age(pool), barsBeyond, pool.touches);
        }
    }

    /**
     * Makes a level known at the close of the bar taken last. A level on the wrong side of price is none; one close to
     * an untouched pool of its side is merged with it.
     */
    public void define(PoolSource source, double level) {
        PoolBar now = bar;
        int direction = source.direction();
        if (now == null || !(now.atr() > 0) || !(direction * now.close() > direction * level)) {
            return;
        }
        Pool near = nearest(direction, level, settings.mergeAtr() * now.atr());
        if (near != null) {
            boolean farther = direction * level < direction * near.level;
            PoolSource stronger = source.compareTo(near.source) > 0 ? source : near.source;
            take(near, new StepDraft(near, PoolState.DEFINED, Cause.MERGED.name())
                    .level(stronger, farther ? level : near.level).touched());
            return;
        }
        if (pools.size() < settings.poolsMax() || makeRoom()) {
            open(source, level, now);
        }
    }

    private void open(PoolSource source, double level, PoolBar now) {
        PoolStep defined = new PoolStep(instrument.value() + "/" + source + "/" + now.timeMs(), instrument,
                now.timeMs(), PoolState.DEFINED, PoolState.DEFINED, Cause.DEFINED.name(), source.direction(),
                source.name(), level, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, now.bodyShare(),
                now.bodyAtr(source.direction()), 1, 0, Pool.score(source, 1, 0));
        pools.add(new Pool(defined, bars));
        steps.add(defined);
    }

    /** Lets the untouched pool of lowest score go; of equal ones the older. */
    private boolean makeRoom() {
        Pool weakest = null;
        for (Pool pool : pools) {
            if (pool.state == PoolState.DEFINED
                    && (weakest == null || pool.score(age(pool)) < weakest.score(age(weakest)))) {
                weakest = pool;
            }
        }
        if (weakest == null) {
            return false;
        }
        take(weakest, new StepDraft(weakest, PoolState.EXPIRED, Cause.BOOK_FULL.name()));
        pools.remove(weakest);
        return true;
    }

    /**
     * S0-10: changes a pool's state from outside, such as to close an idea or to call it off. What the map does not
     * allow is refused, counted and told; the pool stays where it is.
     *
     * @param cause  why, in capitals
     * @param timeMs when, in event time, not before the last bar
     */
    public PoolOutcome move(String poolId, PoolState to, String cause, long timeMs) {
        Pool pool = pools.stream().filter(open -> open.id.equals(poolId)).findFirst().orElse(null);
        if (pool == null) {
            return refuse(PoolOutcome.Reason.UNKNOWN_POOL, poolId, null, to, "no open pool of this name");
        }
        if (!map.allows(pool.state, to)) {
            return refuse(PoolOutcome.Reason.NOT_IN_MAP, poolId, pool.state, to, pool.state + " never becomes " + to);
        }
        if (!map.ends(to)) {
            return refuse(PoolOutcome.Reason.NEEDS_A_BAR, poolId, pool.state, to, "only a bar can show it");
        }
        if (timeMs < lastBarMs) {
            return refuse(PoolOutcome.Reason.TOO_OLD, poolId, pool.state, to, timeMs + " is before " + lastBarMs);
        }
        PoolStep step = new StepDraft(pool, to, cause).at(timeMs, age(pool));
        pool.apply(step);
        pools.remove(pool);
        return new PoolOutcome.Moved(step);
    }

    /** Calls all pools off, as a hole in the series asks for; the steps. */
    public List<PoolStep> cancelAll(String cause, long timeMs) {
        List<PoolStep> cancelled = new ArrayList<>();
        for (Pool pool : List.copyOf(pools)) {
            if (move(pool.id, PoolState.CANCELLED, cause, Math.max(timeMs, lastBarMs)) instanceof PoolOutcome.Moved m) {
                cancelled.add(m.step());
            }
        }
        return cancelled;
    }

    /** The level nearest to the close that the bar taken last went beyond, or nothing. */
    public @Nullable BrokenLevel broken() {
        return broken;
    }

    /** Changes refused so far: steps that the map does not have and bars that came too late. */
    public long refused() {
        return refused;
    }

    /** What the pools that have not ended know, the oldest first. */
    public List<PoolStanding> standing() {
        return pools.stream().map(Pool::standing).toList();
    }

    /**
     * What the pools know after these steps: exactly what {@link #standing()} of the book that told them said.
     *
     * @throws IllegalArgumentException when a step does not follow from those before it: the steps are damaged
     */
    public static List<PoolStanding> replay(List<PoolStep> steps, boolean armedStage) {
        PoolMap map = PoolMap.of(armedStage);
        Map<String, Pool> open = new LinkedHashMap<>();
        for (PoolStep step : steps) {
            Pool pool = open.get(step.poolId());
            if (pool == null && Cause.DEFINED.is(step.cause())) {
                open.put(step.poolId(), new Pool(step, 0));
                continue;
            }
            boolean follows = pool != null && pool.state == step.from() && (step.from() == step.to()
                    ? map.allowsNote(step.to()) : map.allows(step.from(), step.to()));
            if (pool == null || !follows) {
                throw new IllegalArgumentException("this step does not follow from those before it: " + step);
            }
            pool.apply(step);
            if (map.ends(pool.state)) {
                open.remove(step.poolId());
            }
        }
        return open.values().stream().map(Pool::standing).toList();
    }

    private boolean take(Pool pool, StepDraft draft) {
        boolean allowed = draft.to() == pool.state ? map.allowsNote(pool.state) : map.allows(pool.state, draft.to());
        if (!allowed || bar == null) {
            refuse(PoolOutcome.Reason.NOT_IN_MAP, pool.id, pool.state, draft.to(), "a bar cannot show it there");
            return false;
        }
        PoolStep step = draft.at(bar, age(pool));
        pool.apply(step);
        steps.add(step);
        return true;
    }

    private PoolOutcome.Refused refuse(PoolOutcome.Reason reason, String poolId, @Nullable PoolState from,
            PoolState to, String detail) {
        refused++;
        PoolOutcome.Refused said = new PoolOutcome.Refused(reason, poolId, from, to, detail);
        refusals.accept(said);
        return said;
    }

    private @Nullable Pool nearest(int direction, double level, double within) {
        Pool nearest = null;
        for (Pool pool : pools) {
            double distance = Math.abs(pool.level - level);
            if (pool.direction == direction && pool.state == PoolState.DEFINED && distance <= within
                    && (nearest == null || distance < Math.abs(nearest.level - level))) {
                nearest = pool;
            }
        }
        return nearest;
    }

    private long age(Pool pool) {
        return bars - pool.definedBar;
    }

    /** What the walk of one pool asks of its book. */
    private final class Records implements PoolWalk.Recorder {

        @Override
        public boolean take(Pool pool, StepDraft draft) {
            return PoolBook.this.take(pool, draft);
        }

        @Override
        public double nearestOpposite(int direction, double from) {
            double nearest = direction * Double.POSITIVE_INFINITY;
            for (Pool pool : pools) {
                if (pool.direction == -direction && pool.state == PoolState.DEFINED
                        && direction * pool.level >= direction * from
                        && direction * pool.level < direction * nearest) {
                    nearest = pool.level;
                }
            }
            return nearest;
        }
    }
}
