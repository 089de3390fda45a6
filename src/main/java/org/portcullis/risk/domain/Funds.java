package org.portcullis.risk.domain;

import org.portcullis.kernel.Money;

/**
 * The money of the account.
 *
 * @param cash booked cash
 * @param reserved what pending purchases may still cost, fees included
 */
public record Funds(Money cash, Money reserved) {

    /** Cash that no pending purchase needs; may be negative. */
    public Money free() {
        return cash.minus(reserved);
    }
}
