package org.portcullis.order;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;

/** The command to cancel one order, on {@code order.cancel.v1}; never waits for a judgement. */
public record CancelOrder(ClientOrderId clientOrderId, AccountId account, String reason, long atMs) {
}
