package org.portcullis.strategy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Breakout;
import org.portcullis.market.Features;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;
import org.portcullis.market.Regime;
import org.portcullis.market.RegimeView;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.market.SessionTag;
import org.portcullis.market.Structure;
import org.portcullis.market.VolatilityTag;

/** Closed bars for tests: a quiet one, and what a test changes in it. Close 100, average true range 1. */
final class Contexts {

    static final InstrumentId MNQ = new InstrumentId("MNQ");
    static final long OPEN_MS = 1_733_007_600_000L;
    private static final double NONE = Double.NaN;

    private Contexts() {
    }

    static Features features(InstrumentId instrument, long openMs, double close, double atr) {
        return new Features(instrument, openMs, openMs + 60_000, Math.round(close * FixedPoint.ONE), close, close,
                close, 0, 0, 50, 50, atr, atr / close * 100, 0, 0, close + 2 * atr, close - 2 * atr, -2, 0, 300);
    }

    /** Patterns by their direction: gap, break of structure, change of character, retest of a block, sweep. */
    record Patterns(int gap, int bos, int choch, int retest, int sweep) {

        static final Patterns NONE = new Patterns(0, 0, 0, 0, 0);
    }

    static Structure structure(Patterns of, List<PoolStep> steps, @Nullable Breakout breakout,
            @Nullable ScalpFeatures scalp) {
        return new Structure(MNQ, OPEN_MS, of.gap(), 100.5, 99.5, of.bos(), of.choch(), 99.8, 0, of.retest(), 101, 99,
                of.sweep(), 99, 0.4, 103, 97, 1, 105, 95, 110, 90, 0.7, 0.8, 0.9, steps, breakout, scalp);
    }

    static RegimeView regime(Regime regime, double longFactor, double shortFactor) {
        return new RegimeView(regime, 7, longFactor, shortFactor, VolatilityTag.NORMAL, SessionTag.NEW_YORK, 1, 25,
                0.4, 0.5, 0, 1);
    }

    static PoolStep step(PoolState from, PoolState to, int direction, double stop, double target, double bodyShare) {
        return new PoolStep("pool-" + direction, MNQ, OPEN_MS, from, to, "TEST", direction,
                direction > 0 ? "SWING_LOW" : "SWING_HIGH", 100 - direction, 100 - 1.5 * direction, 0.5,
                100, stop, target, bodyShare, 1.3, 2, 40, 3);
    }

    static ScalpFeatures scalp(int direction) {
        return new ScalpFeatures(direction, 0.4, 0.3, 0.2, 1, 0.1, 3, 2, 0.8, 0.4, 0.5, 2, 0);
    }

    /** A break upwards that earns a hundred points: 0.4 ranges beyond 100.2, back below. */
    static Breakout breakout(int direction) {
        return new Breakout(direction, 100 - 0.2 * direction, 0.6, 0.4, 1, 0.2, 2, 30, 0, 0.5, 0.1, 3, 1, 0, 1, NONE);
    }

    static MarketOutcome.Formed formed(Structure structure, RegimeView regime) {
        return new MarketOutcome.Formed(features(MNQ, OPEN_MS, 100, 1), structure, regime);
    }

    static MarketOutcome.Formed formed(Patterns patterns, int scored) {
        return formed(structure(patterns, List.of(), null, scalp(scored)), regime(Regime.BULL, 1, 0.5));
    }

    static MarketOutcome.Formed formed(PoolStep... steps) {
        return formed(structure(Patterns.NONE, List.of(steps), null, null), regime(Regime.BULL, 1, 0.5));
    }

    static MarketOutcome.Formed formed(Breakout breakout) {
        return formed(structure(Patterns.NONE, List.of(), breakout, null), regime(Regime.BULL, 1, 0.5));
    }

    /** A floor with the shipped rules on which only these strategies are enabled. */
    static StrategyFloor floor(String... strategies) {
        return StrategyFloor.open(book(strategies), parts());
    }

    static FloorParts parts() {
        return FloorParts.of(MarketWalks.RULES, MarketWalks.library()::base).scoredBy(sure(0.7));
    }

    static StrategyBook book(String... strategies) {
        return StrategyBook.read(MarketWalks.RULES.resolve("strategies.yaml"),
                Stream.of(strategies).collect(Collectors.toSet()));
    }

    /** Everybody is as sure as this. */
    static Scoring sure(double probability) {
        return features -> new Score(probability, Score.Source.HEURISTIC, "heuristic");
    }

    static Set<String> packs() {
        return Set.of("momentum-core", "pool-reversal", "smc-scalper", "false-breakout", "alert-follower");
    }

    static Proposal proposed(StrategyOutcome outcome) {
        if (outcome instanceof StrategyOutcome.Proposed proposed) {
            return proposed.proposal();
        }
        throw new AssertionError("nothing was proposed: " + outcome);
    }

    static NoTrade idle(StrategyOutcome outcome) {
        if (outcome instanceof StrategyOutcome.Idle idle) {
            return idle.noTrade();
        }
        throw new AssertionError("something was proposed: " + outcome);
    }
}
