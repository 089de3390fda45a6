package org.portcullis.order.shadow;

import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;

/**
 * A fill that a twin would have had.
 *
 * @param order whose twin
 * @param fee paid when positive
 * @param atMs event time, UTC milliseconds
 */
public record TwinFill(ClientOrderId order, Quantity quantity, Price price, Money fee, long atMs) {
}
