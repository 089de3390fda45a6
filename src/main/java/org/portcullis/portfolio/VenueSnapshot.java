package org.portcullis.portfolio;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
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
 * @param fundings funding that was due after {@code since} up to {@code until} of the question
 * @param missing what it could not tell, in words; not empty for a partial snapshot, which proves nothing (S2-D4)
 */
public record VenueSnapshot(SortedMap<InstrumentId, Long> positionsE8, Money netCash, List<VenueFill> fills,
        List<ClientOrderId> working, Map<ClientOrderId, List<OrderReport>> reports, List<VenueFunding> fundings,
        List<String> missing) {

    public VenueSnapshot {
        positionsE8 = new TreeMap<>(positionsE8);
        fills = List.copyOf(fills);
        working = List.copyOf(working);
        reports = Map.copyOf(reports);
        fundings = List.copyOf(fundings);
        missing = List.copyOf(missing);
    }

    /** A snapshot of an account that pays no funding. */
    public VenueSnapshot(SortedMap<InstrumentId, Long> positionsE8, Money netCash, List<VenueFill> fills,
            List<ClientOrderId> working, Map<ClientOrderId, List<OrderReport>> reports, List<String> missing) {
        this(positionsE8, netCash, fills, working, reports, List.of(), missing);
    }

    /**
     * Funding of one contract as the venue settled it.
     *
     * @param dueMs when, UTC milliseconds; with the contract its identity
     * @param rateE8 share of worth that longs paid, in 10<sup>-8</sup>
     * @param cash what came in; negative when it was paid
     */
    public record VenueFunding(InstrumentId instrument, long dueMs, long rateE8, Price mark, Money cash) {

        /**
         * What a position pays or gets: rate times worth at the mark, rounded half even; negative when it pays.
         *
         * @param quantityE8 signed, negative when short
         * @param rateE8 share of worth that longs pay, in 10<sup>-8</sup>; negative when shorts pay
         */
        public static Money cash(long quantityE8, Price mark, long multiplierE8, long rateE8) {
            Money worth = mark.times(new Quantity(Math.absExact(quantityE8)), multiplierE8);
            long paidE8 = FixedPoint.multiply(worth.e8(), rateE8, RoundingMode.HALF_EVEN);
            return new Money(quantityE8 < 0 ? paidE8 : -paidE8);
        }
    }

    /** One fill in the venue's own words, with what they leave to the order. */
    public record VenueFill(InstrumentId instrument, Side side, OrderReport report) {
    }
}
