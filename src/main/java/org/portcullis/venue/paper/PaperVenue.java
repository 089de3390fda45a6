package org.portcullis.venue.paper;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.market.FundingDue;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderReport.Kind;
import org.portcullis.order.SubmitOrder;
import org.portcullis.order.SubmitOrder.Type;
import org.portcullis.portfolio.VenueSnapshot;
import org.portcullis.portfolio.VenueSnapshot.VenueFunding;
import org.portcullis.portfolio.VenueSnapshotSource;
import org.portcullis.venue.Contract;
import org.portcullis.venue.Contracts;
import org.portcullis.venue.Ledger;
import org.portcullis.venue.Venue;

/**
 * A venue made of bars. An order that is taken while a bar is the newest can fill from the next bar on, never in a
 * bar that was known when it was decided. Fills are dated at the close of their bar. The ledger is synced before
 * anything is answered. All methods may be called from any thread.
 */
public final class PaperVenue implements Venue, VenueSnapshotSource {

    /** Name of the venue, part of the identity of its fills. */
    public static final String NAME = "paper";

    private static final long PRICE_MAX_E8 = 1_000_000_000L * FixedPoint.ONE;

    private final PaperBook book;
    private final Contracts contracts;
    private final Supplier<PaperTerms> terms;

    /** Opens the venue on its ledger; what the ledger tells is the state. {@code terms} is asked for every bar. */
    public PaperVenue(Ledger ledger, Contracts contracts, Supplier<PaperTerms> terms) {
        this.book = new PaperBook(ledger);
        this.contracts = contracts;
        this.terms = terms;
    }

    @Override
    public boolean real() {
        return false;
    }

    @Override
    public synchronized List<OrderReport> place(SubmitOrder command) {
        Optional<PaperOrder> known = book.find(command.clientOrderId());
        if (known.isPresent()) {
            return known.get().reports();
        }
        Optional<PaperTape> tape = book.tape(command.instrument());
        long afterLastMs = tape.map(last -> last.openTimeMs() + 1).orElse(Long.MIN_VALUE);
        long atMs = Math.max(command.createdAtMs(), tape.map(last -> last.openTimeMs() + Bar.INTERVAL_MS).orElse(0L));
        String refusal = refusal(command, tape);
        OrderReport answer = refusal.isEmpty() ? answer(command.clientOrderId(), Kind.ACCEPTED, atMs, "accepted")
                : answer(command.clientOrderId(), Kind.REJECTED, atMs, refusal);
        book.keep(PaperRecord.of(new PaperRecord.Taken(command.clientOrderId().value(), command.instrument(),
                command.side(), command.type(), command.quantity().e8(), command.limitPrice().e8(),
                Math.max(command.createdAtMs(), afterLastMs)), answer), atMs);
        book.sync();
        return List.of(answer);
    }

    /** Why the order is rejected; empty when it is not. */
    private String refusal(SubmitOrder command, Optional<PaperTape> tape) {
        Optional<Contract> contract = contracts.find(command.instrument());
        if (contract.isEmpty()) {
            return "INSTRUMENT_NOT_LISTED";
        }
        long quantityE8 = command.quantity().e8();
        if (quantityE8 == 0 || quantityE8 % contract.get().lotE8() != 0) {
            return "QUANTITY_OFF_LOT";
        }
        if (command.type() != Type.MARKET && command.limitPrice().e8() == 0) {
            return "LIMIT_MISSING";
        }
        boolean wouldTake = command.type() == Type.LIMIT_POST_ONLY && tape.isPresent()
                && (command.side() == Side.BUY ? command.limitPrice().e8() > tape.get().closeE8()
                        : command.limitPrice().e8() < tape.get().closeE8());
        return wouldTake ? "POST_ONLY_WOULD_TAKE" : "";
    }

    @Override
    public synchronized List<OrderReport> cancel(ClientOrderId id, String reason, long atMs) {
        Optional<PaperOrder> order = book.find(id);
        if (order.isEmpty() || !order.get().working()) {
            return List.of(new OrderReport(id + "-cancel-refused", id, Kind.CANCEL_REFUSED, null, null, Quantity.ZERO,
                    new Price(0), Money.ZERO, false, atMs, order.isEmpty() ? "ORDER_UNKNOWN" : "ORDER_ENDED"));
        }
        OrderReport canceled = answer(id, Kind.CANCELED, atMs, reason);
        say(canceled);
        book.sync();
        return List.of(canceled);
    }

    @Override
    public synchronized Optional<List<OrderReport>> find(ClientOrderId order) {
        return book.find(order).map(PaperOrder::reports);
    }

    @Override
    public synchronized List<ClientOrderId> openOrders() {
        return book.orders().stream().filter(PaperOrder::working).map(PaperOrder::clientOrderId).toList();
    }

    @Override
    public synchronized List<ClientOrderId> recentOrders(int endedMax) {
        List<ClientOrderId> ended = book.orders().stream().filter(order -> !order.working())
                .map(PaperOrder::clientOrderId).toList();
        List<ClientOrderId> recent = new ArrayList<>(ended.subList(Math.max(0, ended.size() - endedMax), ended.size()));
        recent.addAll(openOrders());
        return recent;
    }

    @Override
    public String venue() {
        return NAME;
    }

    /** Our own ledger is the truth (S0-08); it is partial when the contract of an instrument is not listed. */
    @Override
    public synchronized VenueSnapshot snapshot(long sinceMs, long untilMs, List<ClientOrderId> about) {
        Map<ClientOrderId, List<OrderReport>> reports = new HashMap<>();
        about.forEach(order -> book.find(order).ifPresent(known -> reports.put(order, known.reports())));
        PaperAccount.Statement statement = book.account().at(sinceMs, untilMs, contracts);
        return new VenueSnapshot(statement.positionsE8(), statement.netCash(), statement.fills(), book.working(),
                reports, statement.fundings(), statement.unknown());
    }

    /**
     * Shows the venue closed bars. A bar that is not newer than the last one seen of its instrument changes nothing;
     * fills at its close are told again, because the first time may not have been heard.
     *
     * <p>A bar that contradicts itself is passed over.
     *
     * @return reports of fills, in the order they happened
     */
    public synchronized List<OrderReport> onBars(List<Bar> bars) {
        List<OrderReport> said = List.of();
        boolean filled = false;
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            if (!believable(bar)) {
                continue;
            }
            Optional<PaperTape> tape = book.tape(bar.instrument());
            boolean again = tape.isPresent() && bar.openTimeMs() <= tape.get().openTimeMs();
            List<OrderReport> fills = again ? book.fillsAt(bar.instrument(), bar.closeTimeMs()) : fill(bar, tape);
            filled |= !again && !fills.isEmpty();
            if (!fills.isEmpty()) {
                said = said.isEmpty() ? new ArrayList<>() : said;
                said.addAll(fills);
            }
        }
        if (filled) {
            book.sync();
        }
        return said;
    }

    /**
     * Shows the venue bars of one instrument from before a restart, oldest first. While it has seen none of them and no
     * order waits for them, only what they tell together is written down.
     *
     * @return reports of fills, in the order they happened
     */
    public synchronized List<OrderReport> onHistory(InstrumentId instrument, List<Bar> bars) {
        if (book.tape(instrument).isPresent() || !book.working(instrument).isEmpty()) {
            return onBars(bars);
        }
        int lookBack = terms.get().atrBars();
        @Nullable PaperTape tape = null;
        for (Bar bar : bars) {
            if (believable(bar) && (tape == null || bar.openTimeMs() > tape.openTimeMs())) {
                tape = tape == null ? PaperTape.first(bar) : tape.after(bar, lookBack);
            }
        }
        if (tape != null) {
            book.seen(instrument, tape, tape.openTimeMs() + Bar.INTERVAL_MS);
        }
        return List.of();
    }

    /** What the bars so far tell of an instrument. */
    synchronized Optional<PaperTape> tape(InstrumentId instrument) {
        return book.tape(instrument);
    }

    /**
     * Settles funding that became due, each contract and time once: the account's net position then pays or gets the
     * rate's share of its worth at the mark (B-D12). A contract that is not listed is passed over.
     */
    public synchronized void onFunding(List<FundingDue> due) {
        boolean settled = false;
        for (FundingDue one : due) {
            Optional<Contract> contract = contracts.find(one.instrument());
            if (contract.isEmpty() || book.account().settled(one)) {
                continue;
            }
            long heldE8 = book.account().at(one.dueMs(), one.dueMs(), contracts).positionsE8()
                    .getOrDefault(one.instrument(), 0L);
            Price mark = new Price(one.markE8());
            Money cash = VenueFunding.cash(heldE8, mark, contract.get().multiplierE8(), one.rateE8());
            book.keep(PaperRecord.of(new VenueFunding(one.instrument(), one.dueMs(), one.rateE8(), mark, cash)),
                    one.dueMs());
            settled = true;
        }
        if (settled) {
            book.sync();
        }
    }

    /** The bar is remembered after its fills, so that a crash between them shows it again and fills what is missing. */
    private List<OrderReport> fill(Bar bar, Optional<PaperTape> tape) {
        PaperTerms now = terms.get();
        List<OrderReport> fills = book.works(bar.instrument()) ? fill(bar, tape, now) : List.of();
        PaperTape after = tape.isPresent() ? tape.get().after(bar, now.atrBars()) : PaperTape.first(bar);
        book.seen(bar.instrument(), after, bar.closeTimeMs());
        return fills;
    }

    private List<OrderReport> fill(Bar bar, Optional<PaperTape> tape, PaperTerms now) {
        Optional<Contract> contract = contracts.find(bar.instrument());
        List<OrderReport> fills = new ArrayList<>();
        if (contract.isPresent()) {
            List<OrderReport> before = book.fillsAt(bar.instrument(), bar.closeTimeMs());
            long slippageE8 = Slippage.e8(now, bar.openE8(), tape.map(PaperTape::atrE8).orElse(0L));
            long takenE8 = before.stream().mapToLong(fill -> fill.quantity().e8()).sum();
            long availableE8 = Math.max(0, FillRule.availableE8(bar, now) - takenE8);
            for (PaperOrder order : book.working(bar.instrument())) {
                ClientOrderId id = order.clientOrderId();
                boolean again = before.stream().anyMatch(fill -> fill.clientOrderId().equals(id));
                Optional<FillRule.Terms> price = order.fromMs() <= bar.openTimeMs() && !again
                        ? FillRule.terms(order, bar, contract.get(), slippageE8) : Optional.empty();
                long quantityE8 = FixedPoint.floorToStep(Math.min(order.remainingE8(), availableE8),
                        contract.get().lotE8());
                if (price.isPresent() && quantityE8 > 0) {
                    availableE8 -= quantityE8;
                    OrderReport fill = fill(order, bar, quantityE8, price.get(), contract.get(), now);
                    say(fill);
                    fills.add(fill);
                }
            }
        }
        return fills;
    }

    /** Prices and volumes of real markets lie far below; beyond them a bar is a mistake of its source. */
    static boolean believable(Bar bar) {
        return bar.lowE8() > 0 && bar.lowE8() <= Math.min(bar.openE8(), bar.closeE8())
                && bar.highE8() >= Math.max(bar.openE8(), bar.closeE8()) && bar.highE8() <= PRICE_MAX_E8
                && bar.volumeE8() >= 0;
    }

    private static OrderReport fill(PaperOrder order, Bar bar, long quantityE8, FillRule.Terms at, Contract contract,
            PaperTerms terms) {
        Quantity quantity = new Quantity(quantityE8);
        Price price = new Price(at.priceE8());
        long feeBpsE8 = at.maker() ? terms.makerBpsE8() : terms.takerBpsE8();
        Money fee = price.times(quantity, contract.multiplierE8()).share(new Percent(feeBpsE8 / 100), RoundingMode.UP);
        String tradeId = order.nextTradeId();
        return new OrderReport(tradeId, order.clientOrderId(), Kind.FILLED, venueId(order.clientOrderId()), tradeId,
                quantity, price, fee, at.maker(), bar.closeTimeMs(), at.maker() ? "maker" : "taker");
    }

    private void say(OrderReport report) {
        book.keep(PaperRecord.of(report), report.atMs());
    }

    private static OrderReport answer(ClientOrderId order, Kind kind, long atMs, String text) {
        return new OrderReport(order + "-" + kind.name().toLowerCase(java.util.Locale.ROOT), order, kind,
                venueId(order), null, Quantity.ZERO, new Price(0), Money.ZERO, false, atMs, text);
    }

    private static String venueId(ClientOrderId order) {
        return "paper-" + order;
    }
}
