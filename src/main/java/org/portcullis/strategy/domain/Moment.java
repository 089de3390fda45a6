package org.portcullis.strategy.domain;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.ids.ContentDigest;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.LateMap;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.market.Features;
import org.portcullis.market.Mark;
import org.portcullis.market.PoolStep;
import org.portcullis.market.Regime;
import org.portcullis.market.RegimeView;
import org.portcullis.market.Structure;
import org.portcullis.signal.TradingSignal;
import org.portcullis.strategy.SignalContext;
import org.portcullis.strategy.StrategyContext;
import org.portcullis.strategy.TriggerHit;

/**
 * When and at which price a proposal is formed: the close of a bar, or a signal.
 *
 * @param instrument  what is traded
 * @param openTimeMs  which bar, or which minute a signal is decided in, UTC milliseconds
 * @param decidedAtMs event time of the decision, UTC milliseconds
 * @param closeE8     price at that time, in 10<sup>-8</sup>
 * @param atr         average true range, in quote currency; 0 or NaN when not known
 * @param regime      what kind of market it is
 * @param signalId    the signal that is followed; empty for a bar
 * @param tooOld      why nothing may be entered on that signal any more; empty for a fresh one and for a bar
 * @param bar         the bar's context, or nothing when a signal is followed
 */
public record Moment(InstrumentId instrument, long openTimeMs, long decidedAtMs, long closeE8, double atr,
        RegimeView regime, String signalId, Optional<String> tooOld, @Nullable StrategyContext bar) {

    /** The close of a bar. */
    public static Moment of(StrategyContext context) {
        Features f = context.features();
        return new Moment(f.instrument(), f.openTimeMs(), f.closeTimeMs(), f.closeE8(), f.atr14(), context.regime(),
                "", Optional.empty(), context);
    }

    /** A signal, at the last price. */
    public static Moment of(SignalContext context) {
        TradingSignal signal = context.signal();
        Mark mark = context.mark();
        return new Moment(signal.instrument(), minuteOf(signal), signal.receivedAtMs(), mark.closeE8(),
                (double) mark.atrE8() / FixedPoint.ONE, context.regime(), signal.signalId(), context.tooOld(),
                null);
    }

    /**
     * The minute in which a signal is decided on: its cycle is ours, because the bar that it tells may be of any length
     * and any age, and the sender could spread its alerts over as many cycles as it likes.
     */
    public static long minuteOf(TradingSignal signal) {
        return Math.floorDiv(signal.receivedAtMs(), Bar.INTERVAL_MS) * Bar.INTERVAL_MS;
    }

    /**
     * What tells this moment from others beside the instrument: the bar and its price; or the signal alone, which is
     * the same one when it is delivered again in another minute.
     */
    ContentDigest identity(ContentDigest digest) {
        return signalId.isEmpty() ? digest.number(openTimeMs).text(Long.toString(closeE8)) : digest.text(signalId);
    }

    /** What sizes of entries on this side are multiplied with, an unknown regime's factor too (S2-REQ-U3). */
    double sizeFactor(Side side) {
        return side == Side.BUY ? regime.longFactor() : regime.shortFactor();
    }

    /** What there was to see, by name; finite values only. Put together when somebody reads it. */
    SortedMap<String, Double> seen(TriggerHit hit, SortedMap<String, Double> saw) {
        return new LateMap<>(() -> all(hit, saw));
    }

    private SortedMap<String, Double> all(TriggerHit hit, SortedMap<String, Double> saw) {
        SortedMap<String, Double> kept = new TreeMap<>();
        BiConsumer<String, Double> seen = (name, value) -> {
            if (Double.isFinite(value)) {
                kept.put(name, value);
            }
        };
        saw.forEach(seen);
        seen.accept("triggerActual", hit.actual());
        seen.accept("triggerLimit", hit.limit());
        seen.accept("close", (double) closeE8 / FixedPoint.ONE);
        seen.accept("atr14", atr);
        regime(seen);
        StrategyContext context = bar;
        if (context != null) {
            features(context.features(), seen);
            structure(context.structure(), seen);
            pools(context.structure(), hit.poolId(), context.features().close(), seen);
        }
        return kept;
    }

    private static void features(Features f, BiConsumer<String, Double> seen) {
        seen.accept("emaFast", f.emaFast());
        seen.accept("emaSlow", f.emaSlow());
        seen.accept("emaSpreadPct", f.emaSpreadPct());
        seen.accept("rsi14", f.rsi14());
        seen.accept("atrPct", f.atrPct());
        seen.accept("volumeZ", f.volumeZ());
        seen.accept("returnPct", f.returnPct());
        seen.accept("rangeHigh", f.rangeHigh());
        seen.accept("rangeLow", f.rangeLow());
        seen.accept("breakoutAtr", f.breakoutAtr());
        seen.accept("zScore", f.zScore());
    }

    /** The regime is told by a name of its own, whose value says for how many bars it has lasted. */
    private void regime(BiConsumer<String, Double> seen) {
        if (regime.regime() != Regime.UNKNOWN) {
            seen.accept("regime." + regime.regime(), (double) regime.barsIn());
            seen.accept("regime.longFactor", regime.longFactor());
            seen.accept("regime.shortFactor", regime.shortFactor());
            seen.accept("regime.adx", regime.adx());
            seen.accept("regime.volatilityRank", regime.volatilityRank());
        }
    }

    /** Patterns of this bar by their direction, each with what it is about. */
    private static void structure(Structure s, BiConsumer<String, Double> seen) {
        pattern("gap", s.gap(), "gapTop", s.gapTop(), "gapBottom", s.gapBottom(), seen);
        pattern("breakOfStructure", s.breakOfStructure(), "breakLevel", s.breakLevel(), "bodyAtr", s.bodyAtr(), seen);
        pattern("changeOfCharacter", s.changeOfCharacter(), "breakLevel", s.breakLevel(), "bodyAtr", s.bodyAtr(),
                seen);
        pattern("blockRetest", s.blockRetest(), "blockTop", s.blockTop(), "blockBottom", s.blockBottom(), seen);
        pattern("sweep", s.sweep(), "sweepLevel", s.sweepLevel(), "sweepDepthAtr", s.sweepDepthAtr(), seen);
    }

    private static void pattern(String name, int direction, String first, double one, String second, double two,
            BiConsumer<String, Double> seen) {
        if (direction != 0) {
            seen.accept(name, (double) direction);
            seen.accept(first, one);
            seen.accept(second, two);
        }
    }

    private static void pools(Structure structure, String poolId, double close, BiConsumer<String, Double> seen) {
        for (PoolStep step : structure.poolSteps()) {
            if (step.poolId().equals(poolId)) {
                seen.accept("pool." + step.source(), (double) step.direction());
                seen.accept("pool.level", step.level());
                seen.accept("pool.extreme", step.extreme());
                seen.accept("pool.depthAtr", step.depthAtr());
                seen.accept("pool.entry", step.entry());
                seen.accept("pool.bodyShare", step.bodyShare());
                seen.accept("pool.score", step.score());
                seen.accept("pool.multiple", PoolRewards.multiple(step, close));
            }
        }
    }
}
