package org.portcullis.portfolio.domain;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.portfolio.BookedFill;
import org.portcullis.portfolio.Difference;

/**
 * What our books say about one venue, as of the moment of its snapshot.
 *
 * @param positionsE8 what we hold by instrument, signed, all strategies together, in 10<sup>-8</sup>
 * @param netCash cash less what the account began with and less what its open positions on margin cost
 * @param fills fills of the venue in the span that it told one by one
 * @param working orders that it has acknowledged and that have not ended here
 * @param notEnded every order that has not ended here
 * @param waiting differences of single fills that are known and not in the books: waiting for an answer or ignored
 * @param reversed trade ids of phantom fills that were taken back
 */
public record OurBooks(SortedMap<InstrumentId, Long> positionsE8, Money netCash, List<BookedFill> fills,
        Set<ClientOrderId> working, Set<ClientOrderId> notEnded, List<Difference> waiting, Set<String> reversed) {
}
