package org.portcullis.risk.domain.sizing;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Invariant;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * What fees leave of an amount, and what amount leaves enough (S2-REQ-X3: maker 40, taker 60 basis points there; here
 * each instrument's own). Amounts are never negative, a fee is at least zero and below 100 %. Every rounding is against
 * the trader: fees up, what they leave down, what must be spent up.
 */
public final class Fees {

    private static final long WHOLE_PCT = 100 * FixedPoint.ONE;

    private Fees() {
    }

    /** {@code estimate_fee}: gross x fee, rounded up. */
    public static Money estimateFee(Money gross, Percent fee) {
        permitted(gross, fee);
        return gross.share(fee, RoundingMode.CEILING);
    }

    /** {@code size_after_fees}: gross - estimateFee(gross), what the fee leaves of a gross amount. */
    public static Money sizeAfterFees(Money gross, Percent fee) {
        return gross.minus(estimateFee(gross, fee));
    }

    /**
     * {@code size_to_achieve_net}: net / (1 - fee), rounded up: the smallest gross amount of which the fee leaves at
     * least {@code net}. Inverse of {@link #sizeAfterFees}: of this amount it leaves {@code net} or more, of
     * 0.00000001 less it does not. What does not fit is the largest amount, which no limit permits.
     */
    public static Money sizeToAchieveNet(Money net, Percent fee) {
        permitted(net, fee);
        return new Money(FixedPoint.multiplyDivideCapped(net.e8(), WHOLE_PCT, WHOLE_PCT - fee.e8(),
                RoundingMode.CEILING));
    }

    /**
     * {@code get_min_gross_size} (S2-N1): the smallest gross amount of which the fee leaves more than the venue's
     * minimum; zero when the venue has none.
     */
    public static Money minGrossSize(Money minimum, Percent fee) {
        return minimum.e8() == 0 ? Money.ZERO : sizeToAchieveNet(minimum.plus(new Money(1)), fee);
    }

    private static void permitted(Money amount, Percent fee) {
        Invariant.hold(!amount.isNegative() && fee.e8() >= 0 && fee.e8() < WHOLE_PCT,
                () -> "fees of " + fee + " % on " + amount + " cannot be worked out");
    }
}
