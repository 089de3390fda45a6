package org.portcullis.order.shadow;

import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.Mode;
import org.portcullis.strategy.Intent;

/**
 * One trade three times: as it was intended, as its twin, and as it really was (S2-ST4).
 *
 * @param mode in which it was decided
 * @param decidedAtMs when it was decided, event time, UTC milliseconds
 * @param quantity how much was intended
 * @param price at which it was decided
 * @param reason why the order ended otherwise than filled; nothing when it did not
 */
public record ShadowTrade(ClientOrderId order, String decisionId, InstrumentId instrument, String strategy,
        Intent intent, Side side, Mode mode, long decidedAtMs, Quantity quantity, Price price, Leg twin, Leg actual,
        @Nullable String reason) {

    private static final long BPS = 10_000;

    /**
     * What became of one of the two.
     *
     * @param notional what the fills were worth
     * @param firstFillMs event time of the first fill, UTC milliseconds; nothing without a fill
     * @param ended whether nothing more can come
     */
    public record Leg(Quantity filled, Money notional, Money fees, @Nullable Long firstFillMs, boolean ended) {

        /** Average price; nothing without a fill. */
        public @Nullable Price price() {
            return filled.isZero() ? null
                    : new Price(FixedPoint.divide(notional.e8(), filled.e8(), RoundingMode.HALF_EVEN));
        }
    }

    /** What the intention is compared with: what really was, and in DRY_RUN what the twin became. */
    public Leg outcome() {
        return mode == Mode.DRY_RUN ? twin : actual;
    }

    /** How the trade differs from its twin. */
    public Difference difference() {
        if (mode == Mode.DRY_RUN) {
            return twin.ended() ? Difference.NOT_SENT : Difference.OPEN;
        }
        if (!twin.ended() || !actual.ended()) {
            return Difference.OPEN;
        }
        if (!twin.filled().equals(actual.filled())) {
            return actual.filled().isZero() ? Difference.NOT_FILLED
                    : twin.filled().isZero() ? Difference.ONLY_ORDER : Difference.SIZE;
        }
        if (twin.notional().compareTo(actual.notional()) != 0) {
            return Difference.PRICE;
        }
        return Objects.equals(twin.firstFillMs(), actual.firstFillMs()) ? Difference.NONE : Difference.TIME;
    }

    /**
     * By how much the outcome is worse than intended, in 10<sup>-8</sup> basis points of the intended price; negative
     * when it is better, nothing without a fill.
     */
    public @Nullable Long slippageBpsE8() {
        return worseBpsE8(outcome().price(), price);
    }

    /** By how much the order is worse than its twin, likewise; nothing unless both were filled. */
    public @Nullable Long twinBpsE8() {
        Price twinPrice = twin.price();
        return twinPrice == null ? null : worseBpsE8(actual.price(), twinPrice);
    }

    /** From the decision to the first fill of the outcome, in milliseconds; nothing without a fill. */
    public @Nullable Long delayMs() {
        Long first = outcome().firstFillMs();
        return first == null ? null : Long.valueOf(first - decidedAtMs);
    }

    private @Nullable Long worseBpsE8(@Nullable Price paid, Price than) {
        if (paid == null || than.e8() == 0) {
            return null;
        }
        long worse = side.sign() * (paid.e8() - than.e8());
        return FixedPoint.multiplyDivide(worse, BPS * FixedPoint.ONE, than.e8(), RoundingMode.HALF_EVEN);
    }
}
