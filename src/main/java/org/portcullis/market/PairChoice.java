package org.portcullis.market;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.domain.universe.PairSelection;

/**
 * The best pair to trade a base currency in (S2-OM10): of the pairs with a fresh, believable quote the one whose quote
 * currency is preferred, then the one with the smallest spread.
 *
 * @param chosen     the pair; empty when none can be chosen
 * @param reason     why none can be chosen; empty when one is
 * @param considered every pair of the currency, the best first
 */
public record PairChoice(Optional<InstrumentId> chosen, String reason, List<TradingPair> considered) {

    /**
     * What bounds the choice.
     *
     * @param quotes        quote currencies, the preferred one first; a pair with another one is not considered
     * @param quoteAgeMsMax oldest quote that counts, in milliseconds (S2-D5: 30 s)
     * @param aheadMsMax    how far a quote may lie in the future, in milliseconds: clocks differ a little
     * @param spreadBpsMax  widest spread, in basis points
     */
    public record Bounds(List<String> quotes, long quoteAgeMsMax, long aheadMsMax, double spreadBpsMax) {

        public Bounds {
            quotes = List.copyOf(quotes);
        }
    }

    public PairChoice {
        considered = List.copyOf(considered);
    }

    /**
     * Chooses.
     *
     * @param base        the currency to be traded, such as {@code BTC}
     * @param instruments the catalogue's
     * @param quotes      the last quote of a pair, if there is one
     * @param whyNot      why a pair may not be entered, such as {@link Universe#whyNot}
     * @param atMs        now, UTC milliseconds
     */
    public static PairChoice of(String base, Collection<Instrument> instruments,
            Function<InstrumentId, Optional<Quote>> quotes, Function<InstrumentId, Optional<String>> whyNot,
            Bounds bounds, long atMs) {
        return new PairSelection(bounds, atMs).choose(base, instruments, quotes, whyNot);
    }
}
