package org.portcullis.risk.domain.orders;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;

/**
 * How large one entry may be, whatever the account holds (B-R6, B-R10).
 *
 * @param valueMax largest worth at the price limit
 * @param valueAsk worth above which a person is asked (B-R15)
 * @param quantityMax largest quantity of an instrument of its kind
 */
public record OrderBounds(Money valueMax, Money valueAsk, Quantity quantityMax) {
}
