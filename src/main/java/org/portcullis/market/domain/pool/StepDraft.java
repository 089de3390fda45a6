package org.portcullis.market.domain.pool;

import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;

/** A step of a pool in the making: what the pool knows, except for what the step changes. */
final class StepDraft {

    private final Pool pool;
    private final PoolState to;
    private final String cause;
    private PoolSource source;
    private double level;
    private double extreme;
    private double depthAtr;
    private double entry;
    private double stop;
    private double target;
    private int touches;

    StepDraft(Pool pool, PoolState to, String cause) {
        this.pool = pool;
        this.to = to;
        this.cause = cause;
        this.source = pool.source;
        this.level = pool.level;
        this.extreme = pool.extreme;
        this.depthAtr = pool.depthAtr;
        this.entry = pool.entry;
        this.stop = pool.stop;
        this.target = pool.target;
        this.touches = pool.touches;
    }

    PoolState to() {
        return to;
    }

    StepDraft level(PoolSource newSource, double newLevel) {
        source = newSource;
        level = newLevel;
        return this;
    }

    StepDraft touched() {
        touches++;
        return this;
    }

    StepDraft extreme(double newExtreme, double newDepthAtr) {
        extreme = newExtreme;
        depthAtr = newDepthAtr;
        return this;
    }

    StepDraft plan(double newEntry, double newStop, double newTarget) {
        entry = newEntry;
        stop = newStop;
        target = newTarget;
        return this;
    }

    /** A step at a bar. */
    PoolStep at(PoolBar bar, long ageBars) {
        return step(bar.timeMs(), bar.bodyShare(), bar.bodyAtr(pool.direction), ageBars);
    }

    /** A step between bars, called for from outside. */
    PoolStep at(long timeMs, long ageBars) {
        return step(timeMs, Double.NaN, Double.NaN, ageBars);
    }

    private PoolStep step(long timeMs, double bodyShare, double bodyAtr, long ageBars) {
        return new PoolStep(pool.id, pool.instrument, timeMs, pool.state, to, cause, pool.direction, source.name(),
                level, extreme, depthAtr, entry, stop, target, bodyShare, bodyAtr, touches, ageBars,
                Pool.score(source, touches, ageBars));
    }
}
