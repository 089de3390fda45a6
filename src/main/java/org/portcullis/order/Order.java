package org.portcullis.order;

import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.strategy.Intent;

/**
 * One order as it is kept. Times are event times in UTC milliseconds.
 *
 * @param decisionId the verdict behind it
 * @param proposalId what it came from; an account has one order per proposal
 * @param limitPrice the worst price accepted; zero for a market order
 * @param referencePrice the price it was judged at
 * @param stopPrice where the idea is wrong; zero when there is none
 * @param targetPrice where the idea has paid; zero when there is none
 * @param filled how much the venue has filled
 * @param filledNotional what the fills were worth
 * @param fees what the fills cost; negative for rebates
 * @param reason why it ended otherwise than filled
 * @param askPerson whether a person had to agree
 * @param askReasons reason codes for asking, joined by {@code |}
 * @param approvedBy who agreed
 * @param venueOrderId the venue's id once it has one
 * @param endedAtMs when it reached its end state
 * @param approvalExpiresAtMs until when a person could agree
 * @param version number of changes so far
 */
public record Order(ClientOrderId clientOrderId, String decisionId, String proposalId, AccountId account,
        InstrumentId instrument, String strategy, String rule, Intent intent, Side side, SubmitOrder.Type type,
        Quantity quantity, Price limitPrice, Price referencePrice, Price stopPrice, Price targetPrice, Quantity filled,
        Money filledNotional, Money fees, OrderState state, @Nullable String reason, boolean askPerson,
        String askReasons, @Nullable String approvedBy, @Nullable String venueOrderId, long createdAtMs,
        long updatedAtMs, @Nullable Long endedAtMs, @Nullable Long approvalExpiresAtMs, int version) {

    /** What may still be filled. */
    public Quantity remaining() {
        return quantity.minus(filled);
    }

    /**
     * The order as the desk counts it while it has not ended. A market order has no limit price; what it was judged at
     * is the nearest truth about its worth.
     *
     * @param multiplierE8 what one unit of the instrument stands for, in 10<sup>-8</sup>
     */
    public Pending pending(long multiplierE8) {
        Price price = limitPrice.e8() == 0 ? referencePrice : limitPrice;
        return new Pending(proposalId, instrument, strategy, side, remaining(),
                price.times(remaining(), multiplierE8), intent == Intent.ENTER);
    }
}
