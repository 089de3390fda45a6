package org.portcullis.market;

import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.FixedPoint;

/**
 * How liquidity pools walk from state to state (S0-09; SMC B1, B2). Distances named {@code ...Atr} are in average true
 * ranges, those named {@code ...Bars} in bars, those named {@code ...R} in distances from entry to stop.
 *
 * @param poolsMax         pools held of one instrument; the untouched one of lowest score gives way to a new one
 * @param ageBarsMax       age after which an untouched level is forgotten
 * @param mergeAtr         levels of one side this close are one pool; also how close counts as a touch
 * @param touchGapBars     bars that must pass before price near the level counts as another touch
 * @param sweepAtr         how far beyond the level counts as going through it, at least one tick
 * @param reclaimBars      bars after the sweep within which price must close back
 * @param depthAtrMax      a deeper sweep is a breakout
 * @param farCloseAtr      a close this far beyond the level speaks for a breakout
 * @param farClosesMax     so many of them are one
 * @param displacementBars bars after the reclaim within which the turn must be confirmed by a displacement
 * @param armedStage       whether an entry waits for its price (ARMED), or is taken at the close of the displacement
 * @param confirmation     whether a break of structure or a gap in the direction is asked for beside the displacement
 * @param entryBars        bars for which an entry waits
 * @param stopAtr          how far beyond the sweep's extreme the stop lies
 * @param stopTicksMin     and at least so many ticks
 * @param targetRMin       the nearest opposite pool is the target if it pays so much
 * @param targetR          the target otherwise
 * @param tradeBarsMax     bars after which an idea is over, whatever price did
 * @param displacement     what a displacement is
 */
public record PoolSettings(int poolsMax, int ageBarsMax, double mergeAtr, int touchGapBars, double sweepAtr,
        int reclaimBars, double depthAtrMax, double farCloseAtr, int farClosesMax, int displacementBars,
        boolean armedStage, boolean confirmation, int entryBars, double stopAtr, int stopTicksMin, double targetRMin,
        double targetR, int tradeBarsMax, DisplacementSettings displacement) {

    private static final String KEYS = "market.structure.pool-";

    /** The settings as {@code rules/policy.yaml} has them. */
    public static PoolSettings from(Policy policy) {
        return new PoolSettings(policy.integer(KEYS + "count-max"), policy.integer(KEYS + "age-bars-max"),
                number(policy, "merge-atr"), policy.integer(KEYS + "touch-gap-bars"), number(policy, "sweep-atr"),
                policy.integer(KEYS + "reclaim-bars"), number(policy, "depth-atr-max"),
                number(policy, "far-close-atr"), policy.integer(KEYS + "far-closes-max"),
                policy.integer(KEYS + "displacement-bars"), policy.flag(KEYS + "armed-stage"),
                policy.flag(KEYS + "confirmation"), policy.integer(KEYS + "entry-bars"), number(policy, "stop-atr"),
                policy.integer(KEYS + "stop-ticks-min"), number(policy, "target-r-min"), number(policy, "target-r"),
                policy.integer(KEYS + "trade-bars-max"), DisplacementSettings.from(policy));
    }

    private static double number(Policy policy, String key) {
        return (double) policy.number(KEYS + key) / FixedPoint.ONE;
    }
}
