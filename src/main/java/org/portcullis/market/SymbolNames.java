package org.portcullis.market;

import java.util.Optional;
import org.portcullis.market.domain.CanonicalNames;

/**
 * One canonical symbol for every spelling (S2-D2): {@code BTC-USD}, {@code BTC/USD}, {@code COINBASE:BTC-USD} and
 * {@code XBTUSD} are {@code BTCUSD}; {@code MNQ1!} and {@code MNQZ6} are {@code MNQ}. What is not known has no answer:
 * nothing is guessed. Safe for any thread.
 */
public interface SymbolNames {

    /**
     * The names of a catalogue.
     *
     * @throws IllegalArgumentException when two instruments claim one name
     */
    static SymbolNames of(InstrumentCatalogue catalogue) {
        return new CanonicalNames(catalogue);
    }

    /**
     * What a name means.
     *
     * @param text as a sender writes it, with or without the exchange before a colon
     * @param atMs when it was said, UTC milliseconds: {@code MNQZ6} of 2026 ends in another decade than that of 2016
     * @return nothing when it is unknown, or known but not at the exchange that is named
     */
    Optional<SymbolName> find(String text, long atMs);
}
