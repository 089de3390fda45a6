package org.portcullis.portfolio;

import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;

/**
 * A fill closed some or all of a position; published inside the transaction that booked it, after everything else.
 *
 * @param atMs event time of the fill, UTC milliseconds
 */
public record PositionReduced(AccountId account, InstrumentId instrument, String strategy, long atMs) {
}
