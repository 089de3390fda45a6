package org.portcullis.risk.domain.orders;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.domain.ExitOrder;

/**
 * What an exit is judged at: it goes to the market and has no price limit, so its worth is taken at the last believed
 * price (B-R4, B-R10). Only a worth that no position of this account can have is refused.
 *
 * @param price last believed price
 * @param multiplierE8 worth of one price unit per quantity unit, in 10<sup>-8</sup>
 * @param limit largest worth that is not absurd
 */
public record ReferenceValue(Price price, long multiplierE8, Money limit) {

    /** What the exit is worth; the largest amount there is when it does not fit. */
    public Money of(ExitOrder order) {
        try {
            return price.times(order.closable(), multiplierE8);
        } catch (ArithmeticException tooLarge) {
            return new Money(Long.MAX_VALUE);
        }
    }
}
