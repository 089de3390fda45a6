package org.portcullis.market;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * Mark price and funding of a perpetual contract.
 *
 * @param instrument    which contract
 * @param timeMs        when, by the venue's clock, UTC milliseconds
 * @param markE8        price that margin is counted with, in 10<sup>-8</sup> of the quote currency
 * @param indexE8       price of the underlying, in 10<sup>-8</sup> of the quote currency
 * @param rateE8        what longs pay shorts at the next funding: a share of worth, in 10<sup>-8</sup>; may be
 *                      negative
 * @param nextFundingMs when it is paid next, UTC milliseconds; 0 when the contract has no funding
 */
public record FundingUpdate(InstrumentId instrument, long timeMs, long markE8, long indexE8, long rateE8,
        long nextFundingMs) implements MarketEvent {

    public FundingUpdate {
        Objects.requireNonNull(instrument, "instrument");
    }
}
