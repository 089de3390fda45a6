package org.portcullis.risk.domain;

import org.portcullis.risk.Mode;

/**
 * Whether anything may be traded at all.
 *
 * @param killOn whether the kill switch is on, or cannot be read
 * @param mode how far orders go
 */
public record TradingState(boolean killOn, Mode mode) {

    /** Whether approved orders are sent, be it to the paper venue. */
    public boolean sendsOrders() {
        return mode != Mode.DRY_RUN;
    }
}
