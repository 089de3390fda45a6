package org.portcullis.risk.domain;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;

/**
 * The smallest order that the venue takes.
 *
 * @param quantityMin smallest quantity
 * @param notionalMin smallest worth; zero when there is none
 */
public record VenueMinimum(Quantity quantityMin, Money notionalMin) {
}
