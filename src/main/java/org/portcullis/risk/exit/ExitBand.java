package org.portcullis.risk.exit;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.risk.domain.exit.ExitLimits;
import org.portcullis.risk.domain.exit.PositionFacts;

/**
 * The prices and the time within which the shipped exit rules neither close a position nor move its stop. It is never
 * wider than what they say and may be a little narrower; outside it they are asked. It stands for one state of the
 * position, one policy and one version of the rules; what depends on more than the position, the share of equity and
 * the end of a session, whoever uses it looks at besides.
 */
final class ExitBand {

    private static final long ALL_E8 = 100 * FixedPoint.ONE;
    /** Beyond so many times the first risk the multiple is no number any more, and rules that ask for it fail. */
    private static final long COUNTED_R = Long.MAX_VALUE / FixedPoint.ONE;

    private final ExitPolicy policy;
    private final String version;
    private final int sign;
    private final long entryE8;
    private final long stopE8;
    private final long targetE8;
    private final long againstE8;
    private final long gainE8;
    private final long closeE8;
    private final long openedAtMs;
    private final long movedAtMs;
    private final long holdMs;
    private final long stagnationMs;

    /**
     * @param facts the position at a bar at which the rules were asked and nothing was due
     * @param guard what protects it after that bar
     * @param version of the rules that were asked
     */
    ExitBand(PositionFacts facts, Protection guard, ExitPolicy policy, String version) {
        ExitLimits limits = policy.limits();
        this.policy = policy;
        this.version = version;
        this.sign = facts.side().sign();
        this.entryE8 = facts.entry().e8();
        this.stopE8 = guard.stop().e8();
        this.targetE8 = facts.targeted() ? facts.target().e8() : sign > 0 ? Long.MAX_VALUE : -1;
        this.againstE8 = FixedPoint.multiplyDivideCapped(entryE8, Math.max(0, limits.lossPctMax().e8() - 1), ALL_E8,
                RoundingMode.DOWN);
        long breakEvenE8 = facts.breakEven().e8();
        boolean nearer = sign * (breakEvenE8 - stopE8) > 0;
        this.gainE8 = gain(sign * (entryE8 - facts.firstStop().e8()), firstR(facts, limits, policy, nearer));
        this.closeE8 = facts.partTaken() && nearer ? breakEvenE8 : sign > 0 ? Long.MAX_VALUE : -1;
        this.openedAtMs = guard.openedAtMs();
        this.movedAtMs = guard.movedAtMs();
        this.holdMs = limits.holdMsMax();
        this.stagnationMs = limits.stagnationMsMax();
    }

    /** From how many times the first risk on anything is done, in 10<sup>-8</sup>. */
    private static long firstR(PositionFacts facts, ExitLimits limits, ExitPolicy policy, boolean nearer) {
        long firstE8 = Long.MAX_VALUE;
        if (facts.partLeft() && limits.takesPart() || facts.indivisible() && nearer) {
            firstE8 = limits.partAtRE8();
        }
        if (limits.breaksEvenAlone() && nearer) {
            firstE8 = Math.min(firstE8, limits.breakEvenAtRE8());
        }
        return policy.trails() ? Math.min(firstE8, policy.trailFromRE8()) : firstE8;
    }

    /** The profit at which that multiple of the risk may be reached, per unit; all there is when it never is. */
    private static long gain(long riskE8, long firstRE8) {
        if (firstRE8 <= 0) {
            return Long.MIN_VALUE;
        }
        return riskE8 <= 0 ? Long.MAX_VALUE : Math.min(
                FixedPoint.multiplyDivideCapped(riskE8, COUNTED_R, 1, RoundingMode.DOWN),
                FixedPoint.multiplyDivideCapped(riskE8, firstRE8, FixedPoint.ONE, RoundingMode.DOWN));
    }

    /** Whether it still stands for what counts now. */
    boolean holds(ExitPolicy nowInForce, String versionInForce) {
        return policy == nowInForce && version.equals(versionInForce);
    }

    /** Whether the bar's prices and its close lie inside, so that no price and no age of the position closes it. */
    boolean covers(Holding holding, Bar bar) {
        long closeMs = bar.closeTimeMs();
        if (closeMs <= movedAtMs || closeMs - openedAtMs >= holdMs) {
            return false;
        }
        long adverseE8 = holding.adverseE8(bar);
        long bestE8 = holding.bestE8(bar);
        return sign * (adverseE8 - stopE8) > 0 && sign * (entryE8 - adverseE8) < againstE8
                && sign * (targetE8 - holding.favourableE8(bar)) > 0
                && sign * (bestE8 - entryE8) < gainE8
                && sign * (bar.closeE8() - closeE8) <= 0
                && (closeMs - openedAtMs < stagnationMs || holding.profit(bar.closeE8()).e8() > 0);
    }
}
