package org.portcullis.portfolio;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Side;
import org.portcullis.order.OrderReport;

/**
 * What the venue says the account is, as of one moment.
 *
 * @param positionsE8 what it holds by instrument, signed, in 10<sup>-8</sup>; an instrument that is not named is flat
 * @param netCash what trading moved since the account began there: a balance less what was paid in, and less what its
 *     open positions on margin cost (plus what short ones brought), so that every fill counts at its full worth
 * @param fills every fill after {@code since} up to {@code until} of the question
 * @param working orders it works now
 * @param reports everything it says about the orders asked for; an order that it does not know is not named
 * @param missing what it could not tell, in words; not empty for a partial snapshot, which proves nothing (S2-D4)
 */
public record VenueSnapshot(SortedMap<InstrumentId, Long> positionsE8, Money netCash, List<VenueFill> fills,
        List<ClientOrderId> working, Map<ClientOrderId, List<OrderReport>> reports, List<String> missing) {

    public VenueSnapshot {
        positionsE8 = new TreeMap<>(positionsE8);
        fills = List.copyOf(fills);
        working = List.copyOf(working);
        reports = Map.copyOf(reports);
        missing = List.copyOf(missing);
    }

    /** One fill in the venue's own words, with what they leave to the order. */
    public record VenueFill(InstrumentId instrument, Side side, OrderReport report) {
    }
}
