package org.portcullis.portfolio.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.portfolio.BookedFill;
import org.portcullis.portfolio.Difference;
import org.portcullis.portfolio.DifferenceKind;
import org.portcullis.portfolio.VenueSnapshot;
import org.portcullis.portfolio.VenueSnapshot.VenueFill;

/**
 * Compares our books with the venue's in both directions (S0-08). A difference that single fills explain is named by
 * these fills; what is left of positions and cash is a drift. Pure: the same books give the same differences in the
 * same order.
 */
public final class BookComparison {

    private final OurBooks ours;
    private final VenueSnapshot venue;
    private final ToLongFunction<InstrumentId> multiplierE8;
    private final List<Difference> found = new ArrayList<>();
    private final Map<String, Difference> explaining = new TreeMap<>();

    private BookComparison(OurBooks ours, VenueSnapshot venue, ToLongFunction<InstrumentId> multiplierE8) {
        this.ours = ours;
        this.venue = venue;
        this.multiplierE8 = multiplierE8;
    }

    /**
     * Every difference.
     *
     * @param multiplierE8 worth of one price unit per quantity unit; throws for an instrument that is not listed
     * @param cashTolerance a cash difference up to this is none
     */
    public static List<Difference> differences(OurBooks ours, VenueSnapshot venue,
            ToLongFunction<InstrumentId> multiplierE8, Money cashTolerance) {
        BookComparison comparison = new BookComparison(ours, venue, multiplierE8);
        comparison.fills();
        comparison.positions();
        comparison.cash(cashTolerance);
        comparison.orders();
        return List.copyOf(comparison.found);
    }

    private void fills() {
        ours.waiting().forEach(known -> explaining.put(known.kind() + known.subject(), known));
        Set<String> booked = ours.fills().stream().map(BookedFill::venueTradeId).collect(Collectors.toSet());
        Set<String> told = new TreeSet<>();
        for (VenueFill fill : venue.fills()) {
            String trade = String.valueOf(fill.report().venueTradeId());
            told.add(trade);
            if (!booked.contains(trade)) {
                found(fillDifference(DifferenceKind.UNKNOWN_FILL, trade, fill.instrument(), fill.side(),
                        fill.report().quantity(), fill.report().price(), fill.report().fee(), 1, fill.report().atMs()));
            }
        }
        for (BookedFill fill : ours.fills()) {
            if (!told.contains(fill.venueTradeId()) && !ours.reversed().contains(fill.venueTradeId())) {
                found(fillDifference(DifferenceKind.PHANTOM_FILL, fill.venueTradeId(), fill.instrument(), fill.side(),
                        fill.quantity(), fill.price(), fill.fee(), -1, fill.at().toEpochMilli()));
            }
        }
    }

    private void found(Difference ofFill) {
        found.add(ofFill);
        explaining.put(ofFill.kind() + ofFill.subject(), ofFill);
    }

    /** @param direction 1 when our books lack the fill, -1 when they have it too much */
    private Difference fillDifference(DifferenceKind kind, String trade, InstrumentId instrument, Side side,
            Quantity quantity, Price price, Money fee, int direction, long atMs) {
        Money worth = price.times(quantity, multiplierE8.applyAsLong(instrument));
        Money cash = side == Side.BUY ? worth.plus(fee).negated() : worth.minus(fee);
        return new Difference(kind, trade, instrument.value(), direction * side.sign() * quantity.e8(),
                direction > 0 ? cash : cash.negated(), atMs, side + " " + quantity + " at " + price + ", fee " + fee);
    }

    private void positions() {
        Map<InstrumentId, Long> explained = new HashMap<>();
        explaining.values().forEach(known ->
                explained.merge(new InstrumentId(known.instrument()), known.quantityE8(), Math::addExact));
        Set<InstrumentId> instruments = new TreeSet<>(ours.positionsE8().keySet());
        instruments.addAll(venue.positionsE8().keySet());
        instruments.addAll(explained.keySet());
        for (InstrumentId instrument : instruments) {
            long oursE8 = ours.positionsE8().getOrDefault(instrument, 0L);
            long venueE8 = venue.positionsE8().getOrDefault(instrument, 0L);
            long drift = Math.subtractExact(Math.subtractExact(venueE8, oursE8),
                    explained.getOrDefault(instrument, 0L));
            if (drift != 0) {
                found.add(new Difference(DifferenceKind.POSITION_DRIFT, instrument.value(), instrument.value(), drift,
                        Money.ZERO, 0, "the venue holds " + FixedPoint.format(venueE8) + ", we hold "
                        + FixedPoint.format(oursE8)));
            }
        }
    }

    private void cash(Money tolerance) {
        Money explained = explaining.values().stream().map(Difference::cash).reduce(Money.ZERO, Money::plus);
        Money drift = venue.netCash().minus(ours.netCash()).minus(explained);
        if (drift.abs().compareTo(tolerance) > 0) {
            found.add(new Difference(DifferenceKind.CASH_DRIFT, "cash", "", 0, drift, 0, "trading moved "
                    + venue.netCash() + " by the venue's books, " + ours.netCash() + " by ours"));
        }
    }

    private void orders() {
        for (ClientOrderId order : venue.working()) {
            if (!ours.notEnded().contains(order)) {
                found.add(ofOrder(DifferenceKind.ORPHAN_ORDER, order));
            }
        }
        for (ClientOrderId order : new TreeSet<>(ours.working())) {
            if (!venue.reports().containsKey(order)) {
                found.add(ofOrder(DifferenceKind.LOST_ORDER, order));
            }
        }
    }

    private static Difference ofOrder(DifferenceKind kind, ClientOrderId order) {
        return new Difference(kind, order.value(), "", 0, Money.ZERO, 0, kind.sentence());
    }
}
