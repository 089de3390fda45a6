package org.portcullis.risk.exit;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Side;
import org.portcullis.strategy.Intent;

/**
 * A fill of an order of ours was booked for the first time; published inside the transaction that booked it.
 *
 * @param rule rule that proposed the order
 * @param side side of the order
 * @param price at which it was filled
 * @param stop stop of the order's proposal; zero for none
 * @param target target of the order's proposal; zero for none
 * @param closed whether nothing is held any more
 * @param atMs event time of the fill, UTC milliseconds
 */
public record PositionFilled(AccountId account, InstrumentId instrument, String strategy, String rule, Intent intent,
        Side side, Price price, Price stop, Price target, boolean closed, long atMs) {
}
