package org.portcullis.portfolio;

import java.util.Objects;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.engine.route.Addresses;
import org.portcullis.engine.route.Json;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.CancelOrder;
import org.portcullis.order.FillLedger.Fill;
import org.portcullis.order.OrderReport;
import org.portcullis.portfolio.VenueSnapshot.VenueFill;
import org.portcullis.portfolio.adapter.store.ReconcileStore.Kept;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.PriceView.LastPrice;

/** Does what was decided about a difference; in the caller's transaction, so that it is done once or not at all. */
final class Settlement {

    /** Venue and strategy of what is booked without a venue's fill or an order of ours. */
    private static final String OWN = "reconcile";
    private static final String UNASSIGNED = "unassigned";

    private final ReconcilePorts ports;
    private final AccountId account;

    Settlement(ReconcilePorts ports, AccountId account) {
        this.ports = ports;
        this.account = account;
    }

    void settle(Kept kept, CaseAnswer answer, String by, String reason, long atMs) {
        ReconcileCase found = kept.found();
        if (!answer.fits(found.difference().kind())) {
            throw new IllegalArgumentException(answer + " does not fit " + found.difference().kind());
        }
        ports.store().answered(found.caseId(), answer, by, reason);
        if (answer == CaseAnswer.ADOPT) {
            adopt(kept, reason, atMs);
        } else if (answer == CaseAnswer.WRITE_OFF) {
            cancelAtVenue(found, reason, atMs);
        }
        ports.store().close(found.caseId(), atMs);
        ports.audit().append("RECONCILE_" + answer, found.caseId(), by,
                found.difference().kind() + " " + found.difference().subject() + ": " + reason, atMs);
        ports.ledger().conserve(account);
    }

    private void adopt(Kept kept, String reason, long atMs) {
        Difference difference = kept.found().difference();
        switch (difference.kind()) {
            case UNKNOWN_FILL -> bookUnknown(kept);
            case PHANTOM_FILL -> reverse(kept, atMs);
            case POSITION_DRIFT -> takeOver(kept.found(), reason, atMs);
            case CASH_DRIFT -> {
                ports.store().adjust(account, kept.found().caseId(), difference.cash(), reason, atMs);
                if (difference.cash().compareTo(Money.ZERO) > 0) {
                    ports.cashFound().found(account, difference.cash());
                }
            }
            case LOST_ORDER -> endLost(kept.found(), atMs);
            case ORPHAN_ORDER -> { /* the venue is right: it works on, and its fills are booked as they come */ }
        }
    }

    /** The venue's own fill, under the venue's own id: told again, it changes nothing. */
    private void bookUnknown(Kept kept) {
        VenueFill fill = Json.read(kept.detail(), VenueFill.class);
        OrderReport told = fill.report();
        ports.ledger().book(new Fill(kept.venue(), Objects.requireNonNull(told.venueTradeId()), told.clientOrderId(),
                account, fill.instrument(), UNASSIGNED, fill.side(), told.quantity(), told.price(), told.fee(),
                told.maker(), told.atMs()));
    }

    /** What the venue never did is taken back at its own price, its fee included. */
    private void reverse(Kept kept, long atMs) {
        String trade = kept.found().difference().subject();
        BookedFill fill = ports.books().fill(kept.venue(), trade).orElseThrow(() ->
                new IllegalStateException("the ledger has lost the fill " + trade));
        ports.ledger().book(new Fill(OWN, "reverse-" + trade, new ClientOrderId(fill.clientOrderId()), account,
                fill.instrument(), fill.strategy(), fill.side().opposite(), fill.quantity(), fill.price(),
                fill.fee().negated(), fill.maker(), atMs));
    }

    /**
     * What the venue has more or less than we. It first closes what our strategies hold on the other side: what was
     * lost is a loss at its cost, what is no longer owed a gain. The rest is a position of nobody at the last price:
     * found, it is income; owed, a loss. Cash stays where it is.
     */
    private void takeOver(ReconcileCase found, String reason, long atMs) {
        InstrumentId instrument = new InstrumentId(found.difference().instrument());
        Side side = found.difference().quantityE8() > 0 ? Side.BUY : Side.SELL;
        long leftE8 = Math.absExact(found.difference().quantityE8());
        for (Held held : ports.ledger().lockAndRead(account).held()) {
            boolean closes = held.instrument().equals(instrument) && held.side() != side;
            long partE8 = closes ? Math.min(leftE8, held.quantity().e8()) : 0;
            if (partE8 > 0) {
                leftE8 -= partE8;
                bookFree(found, instrument, held.strategy(), side, partE8, new Price(1), reason, atMs);
            }
        }
        if (leftE8 > 0) {
            Price price = ports.prices().last(instrument).map(LastPrice::price).orElseThrow(() ->
                    new IllegalStateException("there is no price at which " + instrument + " could be taken over"));
            bookFree(found, instrument, UNASSIGNED, side, leftE8, price, reason, atMs);
        }
    }

    /** What the fill does to cash is taken back at once. */
    private void bookFree(ReconcileCase found, InstrumentId instrument, String strategy, Side side, long quantityE8,
            Price price, String reason, long atMs) {
        Money before = ports.ledger().lockAndRead(account).cash();
        ports.ledger().book(new Fill(OWN, ContentHash.first16(found.caseId(), strategy, Long.toString(atMs)),
                new ClientOrderId(found.caseId()), account, instrument, strategy, side, new Quantity(quantityE8),
                price, Money.ZERO, false, atMs));
        Money after = ports.ledger().lockAndRead(account).cash();
        ports.store().adjust(account, found.caseId(), before.minus(after), reason, atMs);
    }

    private void endLost(ReconcileCase found, long atMs) {
        ClientOrderId order = new ClientOrderId(found.difference().subject());
        String id = found.caseId() + "-lost";
        ports.bus().send(Addresses.ORDER_REPORT, id, new OrderReport(id, order, OrderReport.Kind.CANCELED, null, null,
                Quantity.ZERO, new Price(0), Money.ZERO, false, atMs, "the venue does not know it"));
    }

    private void cancelAtVenue(ReconcileCase found, String reason, long atMs) {
        ClientOrderId order = new ClientOrderId(found.difference().subject());
        ports.bus().send(Addresses.ORDER_CANCEL, found.caseId() + "-cancel-" + atMs,
                new CancelOrder(order, account, reason, atMs));
    }
}
