package org.portcullis.venue.paper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.route.Json;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Invariant;
import org.portcullis.order.OrderReport;
import org.portcullis.portfolio.VenueSnapshot.VenueFill;
import org.portcullis.venue.Ledger;

/**
 * Orders and bars as the ledger tells them. Everything changes by a record that is appended first, so the book after a
 * restart is the book before it.
 */
final class PaperBook {

    private final Ledger ledger;
    private final Map<ClientOrderId, PaperOrder> orders = new LinkedHashMap<>();
    private final Map<InstrumentId, List<PaperOrder>> working = new LinkedHashMap<>();
    private final Map<InstrumentId, PaperTape> tapes = new LinkedHashMap<>();
    private final Map<InstrumentId, List<OrderReport>> lastFills = new LinkedHashMap<>();

    private final PaperAccount account = new PaperAccount();

    PaperBook(Ledger ledger) {
        this.ledger = ledger;
        ledger.replay(text -> apply(Json.read(text, PaperRecord.class)));
    }

    /** Keeps and applies a record; durable after the next {@link #sync()}. */
    void keep(PaperRecord record, long atMs) {
        if (ledger.keeps()) {
            ledger.append(Json.write(record), atMs);
        }
        apply(record);
    }

    /** Keeps what a bar made of the tape of its instrument. */
    void seen(InstrumentId instrument, PaperTape tape, long atMs) {
        if (ledger.keeps()) {
            keep(PaperRecord.of(new PaperRecord.Seen(instrument, tape)), atMs);
        } else {
            tapes.put(instrument, tape);
        }
    }

    void sync() {
        ledger.sync();
    }

    Optional<PaperOrder> find(ClientOrderId order) {
        return Optional.ofNullable(orders.get(order));
    }

    Collection<PaperOrder> orders() {
        return Collections.unmodifiableCollection(orders.values());
    }

    /** What the fills so far make of the account. */
    PaperAccount account() {
        return account;
    }

    /** Working orders of an instrument in the order they came. */
    List<PaperOrder> working(InstrumentId instrument) {
        return new ArrayList<>(working.getOrDefault(instrument, List.of()));
    }

    /** Every working order, by its id; as cheap as there are few. */
    List<ClientOrderId> working() {
        return working.values().stream().flatMap(List::stream).map(PaperOrder::clientOrderId).sorted().toList();
    }

    /** Whether an order of that instrument works. */
    boolean works(InstrumentId instrument) {
        List<PaperOrder> orders = working.get(instrument);
        return orders != null && !orders.isEmpty();
    }

    Optional<PaperTape> tape(InstrumentId instrument) {
        return Optional.ofNullable(tapes.get(instrument));
    }

    /** Fills of an instrument at that moment, as far as it is the newest moment with fills. */
    List<OrderReport> fillsAt(InstrumentId instrument, long atMs) {
        return lastFills.getOrDefault(instrument, List.of()).stream().filter(fill -> fill.atMs() == atMs).toList();
    }

    private void apply(PaperRecord record) {
        PaperRecord.Taken taken = record.taken();
        PaperRecord.Seen seen = record.seen();
        OrderReport said = record.said();
        if (taken != null) {
            PaperOrder order = new PaperOrder(new ClientOrderId(taken.clientOrderId()), taken.instrument(),
                    taken.side(), taken.type(), taken.quantityE8(), taken.limitE8(), taken.fromMs());
            PaperOrder before = orders.put(order.clientOrderId(), order);
            Invariant.hold(before == null, () -> order.clientOrderId() + " was taken twice");
            working.computeIfAbsent(order.instrument(), id -> new ArrayList<>()).add(order);
        }
        if (said != null) {
            PaperOrder order = orders.get(said.clientOrderId());
            Invariant.hold(order != null, () -> "said about an order that was never taken: " + said);
            if (order != null) {
                said(order, said);
            }
        }
        if (record.funded() != null) {
            account.funded(record.funded());
        }
        if (seen != null) {
            tapes.put(seen.instrument(), seen.tape());
        }
    }

    private void said(PaperOrder order, OrderReport report) {
        order.said(report);
        if (report.kind() == OrderReport.Kind.FILLED) {
            List<OrderReport> fills = lastFills.computeIfAbsent(order.instrument(), id -> new ArrayList<>());
            fills.removeIf(fill -> fill.atMs() != report.atMs());
            fills.add(report);
            if (ledger.keeps()) {
                account.filled(new VenueFill(order.instrument(), order.side(), report));
            }
        }
        if (!order.working()) {
            working.getOrDefault(order.instrument(), List.of()).remove(order);
            if (!ledger.keeps()) {
                orders.remove(order.clientOrderId()); // whoever ends with the run is not asked what was
            }
        }
    }
}
