package org.portcullis.risk.breaker;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;

/** The question of the breakers to the portfolio: what did the account pay in fees lately? Kept over restarts. */
@FunctionalInterface
public interface FeeTape {

    /**
     * Fees less rebates of all fills from a moment on, that of the fill being booked included.
     *
     * @param fromMs event time, UTC milliseconds
     */
    Money paid(AccountId account, long fromMs);
}
