package org.portcullis.risk.breaker;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;

/**
 * What an account is worth was kept: prices moved, or a fill was booked; published inside the transaction that keeps
 * it.
 *
 * @param equity cash and what open positions add to it at their last believed prices
 * @param atMs event time, UTC milliseconds
 */
public record EquityMarked(AccountId account, Money equity, long atMs) {
}
