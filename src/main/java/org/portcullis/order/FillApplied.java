package org.portcullis.order;

import org.portcullis.order.FillLedger.Booked;
import org.portcullis.order.FillLedger.Fill;

/**
 * A fill of one of our orders was booked for the first time; published inside the transaction that booked it.
 *
 * @param order as it is after the fill
 */
public record FillApplied(Order order, Fill fill, Booked booked) {
}
