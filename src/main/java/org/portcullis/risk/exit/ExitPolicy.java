package org.portcullis.risk.exit;

import java.math.RoundingMode;
import java.util.Optional;
import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Side;
import org.portcullis.risk.domain.exit.ExitLimits;
import org.portcullis.risk.domain.exit.TrailingStop;

/** What counts for the exits of a strategy, read once from the policy. */
final class ExitPolicy {

    private static final long ALL_E8 = 100 * FixedPoint.ONE;
    private static final String NO_TRAIL = "none";

    private final Policy policy;
    private final ExitLimits limits;
    private final String version;
    private final String trail;
    private final long trailFromRE8;

    /**
     * @param policy the limits in force, the strategy's own among them
     * @param house what holds for everybody
     */
    ExitPolicy(Policy policy, Policy house) {
        this.policy = policy;
        this.limits = new ExitLimits(policy.percent("risk.exit.loss-pct-max"), policy.number("risk.exit.part-at-r"),
                policy.percent("risk.exit.part-share-pct"), policy.duration("risk.exit.hold-max").toMillis(),
                policy.duration("risk.exit.stagnation-max").toMillis(), policy.percent("risk.exit.trim-pct-max"),
                policy.duration("risk.exit.session-end").toMillis(),
                policy.number("risk.exit.break-even-at-r"));
        this.version = policy.hash().equals(house.hash()) ? "" : ", exits " + policy.hash();
        this.trail = policy.word("risk.exit.trail");
        this.trailFromRE8 = policy.number("risk.exit.trail-from-r");
    }

    /** What holds for a strategy that says nothing. */
    ExitPolicy(Policy house) {
        this(house, house);
    }

    ExitLimits limits() {
        return limits;
    }

    /** What tells these limits from the policy's, beside the version of the rules; empty for the policy's own. */
    String version() {
        return version;
    }

    /** Whether the stop may follow the best price. */
    boolean trails() {
        return !trail.equals(NO_TRAIL);
    }

    /** From how many times the first risk on it follows, in 10<sup>-8</sup>. */
    long trailFromRE8() {
        return trailFromRE8;
    }

    /** The stop of a position to which nobody gave one (S2-PR1). */
    Price defaultStop(Side side, Price entry) {
        long distanceE8 = FixedPoint.multiplyDivide(entry.e8(), limits.lossPctMax().e8(), ALL_E8, RoundingMode.DOWN);
        return new Price(Math.max(1, entry.e8() - side.sign() * distanceE8));
    }

    /** The target of a position to which nobody gave one: so many times what is risked; zero when there is none. */
    Price defaultTarget(Side side, Price entry, Price stop) {
        long riskE8 = Math.max(0, side.sign() * (entry.e8() - stop.e8()));
        long distanceE8 = FixedPoint.multiply(riskE8, policy.number("risk.exit.target-at-r"), RoundingMode.CEILING);
        return new Price(distanceE8 == 0 ? 0 : Math.max(1, entry.e8() + side.sign() * distanceE8));
    }

    /** How closely the stop follows; nothing when it does not, or when nobody knows how much the price moves. */
    Optional<TrailingStop> trailing(Price close, Optional<Percent> volatility) {
        Optional<Percent> distance = switch (trail) {
            case "percent" -> Optional.of(policy.percent("risk.exit.trail-pct"));
            case "atr" -> volatility.map(range -> new Percent(FixedPoint.multiply(range.e8(),
                    policy.number("risk.exit.trail-atr"), RoundingMode.CEILING)));
            default -> Optional.empty();
        };
        return distance.map(percent -> new TrailingStop(new Money(FixedPoint.multiplyDivide(close.e8(), percent.e8(),
                ALL_E8, RoundingMode.CEILING)), trailFromRE8));
    }
}
