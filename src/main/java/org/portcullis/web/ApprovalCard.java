package org.portcullis.web;

import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * An order that waits for a person.
 *
 * @param story the judgement behind it; nothing when it is no longer readable
 * @param equity what the account is worth now
 * @param leftMs time until it expires, in milliseconds of the market's clock; nothing when it does not
 * @param waitMs how long it could wait in all, in milliseconds
 */
public record ApprovalCard(OrderLine order, @Nullable DecisionStory story, Money equity, @Nullable Long leftMs,
        long waitMs) {

    /** What is lost when the price falls to the stop; nothing when there is no stop. */
    public @Nullable Money atRisk() {
        if (order.stopPrice().e8() == 0 || order.side().equals("SELL")) {
            return null;
        }
        long perUnit = order.limitPrice().e8() - order.stopPrice().e8();
        return new Money(-FixedPoint.multiply(Math.max(0, perUnit), order.quantity().e8(), RoundingMode.UP));
    }

    /** The same in percent of equity; nothing when either is missing. */
    public @Nullable Percent atRiskShare() {
        Money risk = atRisk();
        return risk == null || equity.e8() <= 0 ? null : risk.abs().of(equity);
    }

    /** What the order is worth at its limit price. */
    public Money worth() {
        return order.limitPrice().times(order.quantity(), FixedPoint.ONE);
    }

    /** Checks about exposure: what would be held once it is filled. */
    public List<CheckLine> exposure() {
        DecisionStory told = story;
        return told == null ? List.of()
                : told.checks().stream().filter(check -> check.code().startsWith("exposure.")).toList();
    }

    /** {@code BUY 0.05 BTCUSDT}: what a button says. */
    public String act() {
        return order.side() + " " + FixedPoint.format(order.quantity().e8()) + " " + order.instrument();
    }
}
