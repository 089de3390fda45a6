package org.portcullis.risk.breaker;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;

/**
 * A venue told a fill for the first time; published inside the transaction that books it.
 *
 * @param fillId the venue's id of the fill
 * @param maker whether it had waited in the book; what it cost is then not slippage
 * @param atMs event time of the fill, UTC milliseconds
 */
public record FillTold(AccountId account, InstrumentId instrument, String fillId, Side side, Quantity quantity,
        Price price, boolean maker, long atMs) {
}
