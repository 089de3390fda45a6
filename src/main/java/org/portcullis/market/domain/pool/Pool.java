package org.portcullis.market.domain.pool;

import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;
import org.portcullis.market.domain.Logarithm;

/**
 * One pool. Its only way to change is {@link #apply}: what a live book does with a step and what a replay does with it
 * is the same code.
 */
final class Pool {

    final String id;
    final InstrumentId instrument;
    final int direction;
    final long definedAtMs;
    /** Position of the defining bar in the series of a live book; says nothing in a replay. */
    final long definedBar;
    PoolState state = PoolState.DEFINED;
    PoolSource source;
    double level;
    double extreme = Double.NaN;
    double depthAtr = Double.NaN;
    double entry = Double.NaN;
    double stop = Double.NaN;
    double target = Double.NaN;
    int touches;
    long touchedAge;
    long sweptAge = -1;
    int farCloses;
    int barsBeyond;
    long reclaimedAge = -1;
    long displacedAge = -1;
    long armedAge = -1;
    long tradeAge = -1;

    Pool(PoolStep defined, long definedBar) {
        this.id = defined.poolId();
        this.instrument = defined.instrument();
        this.direction = defined.direction();
        this.definedAtMs = defined.barTimeMs();
        this.definedBar = definedBar;
        this.source = PoolSource.valueOf(defined.source());
        this.level = defined.level();
        this.touches = defined.touches();
    }

    void apply(PoolStep step) {
        state = step.to();
        source = PoolSource.valueOf(step.source());
        level = step.level();
        extreme = step.extreme();
        depthAtr = step.depthAtr();
        entry = step.entry();
        stop = step.stop();
        target = step.target();
        touches = step.touches();
        if (step.from() == step.to()) {
            note(step);
        } else {
            enter(step);
        }
    }

    private void note(PoolStep step) {
        if (step.to() == PoolState.DEFINED) {
            touchedAge = step.ageBars();
        } else if (step.to() == PoolState.RECLAIMED) {
            displacedAge = step.ageBars();
        } else {
            farCloses += Cause.FAR_CLOSE.is(step.cause()) ? 1 : 0;
            barsBeyond = Cause.AT_LEVEL.is(step.cause()) ? 0 : barsBeyond + 1;
        }
    }

    private void enter(PoolStep step) {
        switch (step.to()) {
            case SWEPT -> sweptAge = step.ageBars();
            case RECLAIMED -> reclaimedAge = step.ageBars();
            case ARMED -> armedAge = step.ageBars();
            case TRADE -> tradeAge = step.ageBars();
            default -> {
                // an ended pool decides nothing any more
            }
        }
    }

    /** Standing among other levels: touches, higher time frame, age (SMC B1). */
    double score(long ageBars) {
        return score(source, touches, ageBars);
    }

    static double score(PoolSource source, int touches, long ageBars) {
        return touches + (source.higherTimeFrame() ? 1 : 0) + 0.5 * Logarithm.of(1.0 + ageBars);
    }

    PoolStanding standing() {
        return new PoolStanding(id, state, direction, source.name(), level, extreme, entry, stop, target, touches,
                definedAtMs, touchedAge, sweptAge, farCloses, barsBeyond, reclaimedAge, displacedAge, armedAge,
                tradeAge);
    }
}
