package org.portcullis.market;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * Funding of a perpetual contract that has become due (B-D12): longs pay shorts the rate's share of their worth at the
 * mark when it is positive, and the other way round when it is negative.
 *
 * @param instrument which contract
 * @param dueMs      when it is paid, UTC milliseconds; with the instrument its identity
 * @param rateE8     share of worth, in 10<sup>-8</sup>; the last one told before it was due
 * @param markE8     price that worth is counted with, in 10<sup>-8</sup> of the quote currency; positive
 */
public record FundingDue(InstrumentId instrument, long dueMs, long rateE8, long markE8) {

    public FundingDue {
        Objects.requireNonNull(instrument, "instrument");
        if (dueMs <= 0 || markE8 <= 0) {
            throw new IllegalArgumentException("funding is due at a time and at a mark, not " + dueMs + " and "
                    + markE8);
        }
    }
}
