package org.portcullis.order;

import org.portcullis.kernel.ClientOrderId;

/** An order was created or changed; published inside the transaction that changed it. */
public record OrderChanged(ClientOrderId clientOrderId, OrderState state) {
}
