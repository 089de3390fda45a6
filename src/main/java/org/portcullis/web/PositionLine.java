package org.portcullis.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.AccountState.Held;

/**
 * One open position.
 *
 * @param side {@code BUY} when long, {@code SELL} when short
 * @param cost what was paid for it, or received when it is short; without fees
 * @param last the last price shown by the feed; nothing before the first
 * @param stop where it is closed now; nothing when nothing protects it
 * @param unprotected whether nobody gave it a stop: an incident, the policy's default stop holds at most
 * @param protection what protects it; nothing in the instant before the desk has looked
 * @param margin whether it trades on margin
 * @param multiplierE8 worth of one price unit per quantity unit, in 10<sup>-8</sup>
 * @param entryConfidence how sure the signal was that opened it, 0 to 1 as text; nothing when no signal did (S1-17)
 * @param ageMs how long it is open, in milliseconds of event time
 * @param dust whether it is less than the venue takes an order for, so that it counts as no position
 */
public record PositionLine(String account, String instrument, String strategy, Side side, Quantity quantity, Money cost,
        Money entryFees, Instant openedAt, @Nullable Price last, @Nullable Price stop,
        boolean unprotected, @Nullable ProtectionLine protection, boolean margin, long multiplierE8, boolean dust,
        @Nullable String entryConfidence, long ageMs) {

    /** The weighted price at which it was entered. */
    @JsonProperty("entryPrice")
    public Price entry() {
        long perUnit = FixedPoint.divide(cost.e8(), quantity.e8(), RoundingMode.HALF_EVEN);
        return new Price(FixedPoint.divide(perUnit, multiplierE8, RoundingMode.HALF_EVEN));
    }

    /** What it is worth at the last price; what was paid while there is none. */
    public Money worth() {
        return last == null ? cost : last.times(quantity, multiplierE8);
    }

    /** What it adds to equity beside cash: less than zero when it is owed; on margin only its profit. */
    public Money value() {
        return new Held(new InstrumentId(instrument), strategy, side, quantity, cost, margin).value(worth());
    }

    /** What closing it at the last price would gain before the exit fee; nothing while there is no price. */
    @JsonProperty("unrealised")
    public @Nullable Money profit() {
        Money gain = side == Side.BUY ? worth().minus(cost) : cost.minus(worth());
        return last == null ? null : gain.minus(entryFees);
    }

    /**
     * How many times the first risk the last price has brought, four decimals, as text; nothing without a price,
     * without protection, or when it was opened beyond its stop.
     */
    @JsonProperty("rMultiple")
    public @Nullable String multiple() {
        if (last == null || protection == null) {
            return null;
        }
        long riskE8 = side.sign() * (entry().e8() - protection.firstStop().e8());
        long gainE8 = side.sign() * (last.e8() - entry().e8());
        return riskE8 <= 0 ? null : FixedPoint.format(FixedPoint.multiplyDivide(gainE8, 10_000, riskE8,
                RoundingMode.HALF_EVEN) * (FixedPoint.ONE / 10_000));
    }

    /** What may still close it, in the words of docs/exits.md; {@code break-even} once its stop can lose nothing. */
    @JsonProperty("armed")
    public List<String> armed() {
        List<String> armed = new ArrayList<>();
        ProtectionLine guard = protection;
        if (guard == null) {
            return armed;
        }
        armed.add(unprotected ? "default-stop" : "stop");
        if (side.sign() * (guard.stop().e8() - entry().e8()) >= 0) {
            armed.add("break-even");
        }
        if (guard.target() != null) {
            armed.add("target");
        }
        if (!guard.partTaken()) {
            armed.add("partial");
        }
        armed.addAll(List.of("loss", "max-hold", "stagnation"));
        return armed;
    }
}
