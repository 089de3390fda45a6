package org.portcullis.risk.domain;

import org.portcullis.kernel.Money;

/**
 * The money of the account.
 *
 * @param cash booked cash
 * @param reserved what pending entries and open positions may still claim of it, fees included
 */
public record Funds(Money cash, Money reserved) {

    /** Cash that nothing claims; may be negative. */
    public Money free() {
        return cash.minus(reserved);
    }
}
