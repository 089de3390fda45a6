package org.portcullis.market;

import java.util.Locale;
import java.util.Objects;
import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.FixedPoint;

/**
 * What a symbol of a tier must keep to, as a fact.
 *
 * @param tier             whose limits these are
 * @param quoteVolumeMin   least worth traded in 24 hours, in the quote currency
 * @param quotesRequired   whether a symbol without a fresh quote is left out
 * @param spreadBpsMax     widest spread, in basis points
 * @param ageDaysMin       least age, in days
 * @param tickBpsMax       coarsest price step, in basis points of the price
 * @param volatilityRequired whether a symbol is left out while nobody knows how much it moves
 * @param volatilityPctMin least standard deviation of a day's return, in percent
 * @param volatilityPctMax largest standard deviation of a day's return, in percent
 * @param symbolsMax       how many symbols the tier may have; those that trade most are kept
 */
public record UniverseLimits(Tier tier, double quoteVolumeMin, boolean quotesRequired, double spreadBpsMax,
        double ageDaysMin, double tickBpsMax, boolean volatilityRequired, double volatilityPctMin,
        double volatilityPctMax, int symbolsMax) {

    public UniverseLimits {
        Objects.requireNonNull(tier, "tier");
    }

    /** The limits as {@code rules/policy.yaml} has them; what is in no tier is held to those of the rotational one. */
    public static UniverseLimits from(Policy policy, Tier tier) {
        Tier held = tier == Tier.NONE ? Tier.ROTATIONAL : tier;
        String key = "market.universe." + held.name().toLowerCase(Locale.ROOT) + ".";
        return new UniverseLimits(tier, units(policy.number(key + "volume-min")),
                policy.flag("market.universe.quotes-required"),
                units(policy.number(key + "spread-bps-max")), units(policy.number(key + "age-days-min")),
                units(policy.number(key + "tick-bps-max")), policy.flag("market.universe.volatility-required"),
                units(policy.number(key + "volatility-pct-min")), units(policy.number(key + "volatility-pct-max")),
                policy.integer(key + "symbols-max"));
    }

    private static double units(long e8) {
        return (double) e8 / FixedPoint.ONE;
    }
}
