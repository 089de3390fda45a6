package org.portcullis.market;

import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.FixedPoint;

/**
 * What a displacement is: a bar that shows that one side has taken over. S0-11 asks for a body of more than half the
 * bar's range; each of the fuller tests of SMC B3 can be asked for beside it.
 *
 * @param bodyShareMin   the body must be more than this share of the range; a bar without range never is one
 * @param bySize         whether the body must be large as well
 * @param bodyAtrMin     how large, in average true ranges
 * @param bodyZMin       or how unusual among the fifty bodies before it, in standard deviations
 * @param byClose        whether the bar must close near its end
 * @param closeShareMax  how near, as a share of the range
 * @param byVolume       whether volume must be high, where the source tells it
 * @param volumeRatioMin how high, in means of the twenty bars before
 */
public record DisplacementSettings(double bodyShareMin, boolean bySize, double bodyAtrMin, double bodyZMin,
        boolean byClose, double closeShareMax, boolean byVolume, double volumeRatioMin) {

    private static final String KEYS = "market.structure.displacement-";

    /** The settings as {@code rules/policy.yaml} has them. */
    public static DisplacementSettings from(Policy policy) {
        return new DisplacementSettings(number(policy, "body-share-min"), policy.flag(KEYS + "by-size"),
                number(policy, "body-atr-min"), number(policy, "body-z-min"), policy.flag(KEYS + "by-close"),
                number(policy, "close-share-max"), policy.flag(KEYS + "by-volume"),
                number(policy, "volume-ratio-min"));
    }

    private static double number(Policy policy, String key) {
        return (double) policy.number(KEYS + key) / FixedPoint.ONE;
    }
}
