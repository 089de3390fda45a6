package org.portcullis.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;

/**
 * One order in a list.
 *
 * @param askReasons why a person is or was asked, reason codes
 * @param approvalExpiresAt event time at which the question expires; nothing when nobody was asked
 */
public record OrderLine(String clientOrderId, String decisionId, String account, String instrument, String strategy,
        String rule, String intent, String side, String type, Quantity quantity, Price limitPrice, Price stopPrice,
        Price targetPrice, Quantity filled, Money filledNotional, Money fees, String state, @Nullable String reason,
        boolean askPerson, List<String> askReasons, @Nullable String approvedBy, @Nullable String venueOrderId,
        Instant createdAt, Instant updatedAt, @Nullable Instant endedAt, @Nullable Instant approvalExpiresAt) {

    /** Whether it waits for a person now. */
    public boolean waiting() {
        return askPerson && approvedBy == null && state.equals("NEW");
    }
}
