package org.portcullis.market;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * One way to trade a base currency.
 *
 * @param instrument the pair
 * @param rank       place of its quote currency among the preferred ones, 0 first
 * @param spreadBps  best ask minus best bid, in basis points of their middle
 * @param quoteAgeMs age of its quote, in milliseconds
 * @param refused    why it cannot be chosen; empty when it can
 */
public record TradingPair(InstrumentId instrument, int rank, double spreadBps, long quoteAgeMs, String refused) {

    public TradingPair {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(refused, "refused");
    }
}
