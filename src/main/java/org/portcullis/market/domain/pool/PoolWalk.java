package org.portcullis.market.domain.pool;

import org.portcullis.market.PoolSettings;
import org.portcullis.market.PoolState;

/**
 * What one bar does to one pool (SMC B2). All tests are on the closed bar; prices are multiplied by the pool's
 * direction, so that "below" always means beyond the level. Within one bar the worse order is assumed.
 */
final class PoolWalk {

    /** Takes what happened to a pool; refuses what the map does not allow. */
    interface Recorder {

        /** Whether the pool stepped. */
        boolean take(Pool pool, StepDraft draft);

        /** Price of the nearest untouched pool of the other side from a price on; infinite when there is none. */
        double nearestOpposite(int direction, double from);
    }

    private final PoolSettings settings;
    private final double tick;
    private final Displacement displacement;
    private final Recorder recorder;

    PoolWalk(PoolSettings settings, double tick, Recorder recorder) {
        this.settings = settings;
        this.tick = tick;
        this.displacement = new Displacement(settings.displacement());
        this.recorder = recorder;
    }

    void walk(Pool pool, PoolBar bar, long age) {
        switch (pool.state) {
            case DEFINED -> defined(pool, bar, age);
            case SWEPT -> swept(pool, bar, age);
            case RECLAIMED -> reclaimed(pool, bar, age, false);
            case ARMED -> armed(pool, bar, age);
            case TRADE -> trade(pool, bar, age, false);
            default -> throw new IllegalStateException(pool.id + " has ended and is still in the book");
        }
    }

    /** The bar's farthest price beyond the level, times the direction. */
    private static double beyond(Pool pool, PoolBar bar) {
        return pool.direction > 0 ? bar.low() : -bar.high();
    }

    private void defined(Pool pool, PoolBar bar, long age) {
        double beyond = beyond(pool, bar);
        double level = pool.direction * pool.level;
        if (age > settings.ageBarsMax()) {
            recorder.take(pool, draft(pool, PoolState.EXPIRED, Cause.TOO_OLD));
        } else if (beyond < level - Math.max(tick, settings.sweepAtr() * bar.atr())) {
            if (recorder.take(pool, draft(pool, PoolState.SWEPT, Cause.PENETRATED)
                    .extreme(pool.direction * beyond, (level - beyond) / bar.atr()))) {
                swept(pool, bar, age);
            }
        } else if (beyond <= level + settings.mergeAtr() * bar.atr()
                && age - pool.touchedAge > settings.touchGapBars()) {
            recorder.take(pool, draft(pool, PoolState.DEFINED, Cause.TOUCHED).touched());
        }
    }

    private void swept(Pool pool, PoolBar bar, long age) {
        double level = pool.direction * pool.level;
        double close = pool.direction * bar.close();
        double extreme = Math.min(pool.direction * pool.extreme, beyond(pool, bar));
        double depthAtr = (level - extreme) / bar.atr();
        boolean far = close < level - settings.farCloseAtr() * bar.atr();
        if (depthAtr > settings.depthAtrMax()) {
            end(pool, PoolState.BROKEN, Cause.TOO_DEEP, extreme, depthAtr);
        } else if (close > level + tick) {
            if (recorder.take(pool, draft(pool, PoolState.RECLAIMED, Cause.CLOSED_BACK)
                    .extreme(pool.direction * extreme, depthAtr))) {
                reclaimed(pool, bar, age, true);
            }
        } else if (far && pool.farCloses + 1 >= settings.farClosesMax()) {
            end(pool, PoolState.BROKEN, Cause.CLOSED_BEYOND, extreme, depthAtr);
        } else if (age - pool.sweptAge >= settings.reclaimBars()) {
            end(pool, PoolState.BROKEN, Cause.NO_RECLAIM_IN_TIME, extreme, depthAtr);
        } else {
            Cause how = far ? Cause.FAR_CLOSE : close < level ? Cause.BEYOND : Cause.AT_LEVEL;
            end(pool, PoolState.SWEPT, how, extreme, depthAtr);
        }
    }

    private void end(Pool pool, PoolState to, Cause cause, double extreme, double depthAtr) {
        recorder.take(pool, draft(pool, to, cause).extreme(pool.direction * extreme, depthAtr));
    }

    private void reclaimed(Pool pool, PoolBar bar, long age, boolean onThisBar) {
        if (!onThisBar && beyond(pool, bar) < pool.direction * pool.extreme) {
            recorder.take(pool, draft(pool, PoolState.BROKEN, Cause.EXTREME_BROKEN));
            return;
        }
        boolean displacedNow = displacement.holds(bar, pool.direction);
        boolean confirmed = !settings.confirmation() || bar.broke() == pool.direction || bar.gap() == pool.direction;
        if ((displacedNow || pool.displacedAge >= 0) && confirmed) {
            plan(pool, bar);
        } else if (age - pool.reclaimedAge >= settings.displacementBars()) {
            recorder.take(pool, draft(pool, PoolState.EXPIRED, Cause.NO_DISPLACEMENT_IN_TIME));
        } else if (displacedNow && pool.displacedAge < 0) {
            recorder.take(pool, draft(pool, PoolState.RECLAIMED, Cause.DISPLACED));
        }
    }

    /** Entry, stop and target: in the middle of a fresh gap, or at the close when there is none or nothing waits. */
    private void plan(Pool pool, PoolBar bar) {
        double stop = pool.direction * pool.extreme
                - Math.max(settings.stopAtr() * bar.atr(), settings.stopTicksMin() * tick);
        double close = pool.direction * bar.close();
        double middle = pool.direction * bar.gapMiddle();
        boolean waits = settings.armedStage() && bar.gap() == pool.direction && middle > stop && middle < close;
        double entry = waits ? middle : close;
        double opposite = pool.direction * recorder.nearestOpposite(pool.direction,
                pool.direction * (entry + settings.targetRMin() * (entry - stop)));
        double target = Double.isInfinite(opposite) ? entry + settings.targetR() * (entry - stop) : opposite;
        recorder.take(pool, draft(pool, settings.armedStage() ? PoolState.ARMED : PoolState.TRADE,
                Cause.DISPLACEMENT).plan(pool.direction * entry, pool.direction * stop, pool.direction * target));
    }

    private void armed(Pool pool, PoolBar bar, long age) {
        if (pool.direction * bar.open() < pool.direction * pool.extreme) {
            // it jumped past the entry and the extreme: the idea is wrong before anything was bought
            recorder.take(pool, draft(pool, PoolState.BROKEN, Cause.EXTREME_BROKEN));
        } else if (beyond(pool, bar) <= pool.direction * pool.entry) {
            if (recorder.take(pool, draft(pool, PoolState.TRADE, Cause.ENTRY_TOUCHED))) {
                trade(pool, bar, age, true);
            }
        } else if (age - pool.armedAge >= settings.entryBars()) {
            recorder.take(pool, draft(pool, PoolState.EXPIRED, Cause.ENTRY_NOT_TOUCHED));
        }
    }

    private void trade(Pool pool, PoolBar bar, long age, boolean onThisBar) {
        double favourable = pool.direction > 0 ? bar.high() : -bar.low();
        if (beyond(pool, bar) <= pool.direction * pool.stop) {
            recorder.take(pool, draft(pool, PoolState.CLOSED, Cause.STOPPED));
        } else if (!onThisBar && favourable >= pool.direction * pool.target) {
            recorder.take(pool, draft(pool, PoolState.CLOSED, Cause.TARGET_REACHED));
        } else if (age - pool.tradeAge >= settings.tradeBarsMax()) {
            recorder.take(pool, draft(pool, PoolState.CLOSED, Cause.TIME_OVER));
        }
    }

    private static StepDraft draft(Pool pool, PoolState to, Cause cause) {
        return new StepDraft(pool, to, cause.name());
    }
}
