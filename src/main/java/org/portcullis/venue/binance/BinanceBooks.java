package org.portcullis.venue.binance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.market.MarketEvent;
import org.portcullis.market.Quote;
import org.portcullis.venue.book.BookChange;
import org.portcullis.venue.book.BookSync;
import org.portcullis.venue.stream.BookView;
import org.portcullis.venue.stream.Heard;
import org.portcullis.venue.stream.StreamTrouble;
import org.portcullis.venue.wire.JsonObject;
import org.portcullis.venue.wire.WireFault;

/**
 * The local books of one connection. They tell quotes only where the connection carries none of the venue's own, which
 * come sooner.
 */
final class BinanceBooks {

    /** At ten changes a second: 100 s, longer than any snapshot takes. */
    private static final int WAITING_MAX = 1_000;
    /** Levels kept of a side; six minutes of BTCUSDT reach 2,003 from a snapshot of 1,000. */
    private static final int LEVELS_MAX = 10_000;

    private final BinanceMarket market;
    private final boolean quotesToldAnyway;
    private final Map<InstrumentId, BookSync> syncs = new HashMap<>();
    private final Map<InstrumentId, Quote> told = new HashMap<>();

    BinanceBooks(BinanceMarket market, boolean quotesToldAnyway) {
        this.market = market;
        this.quotesToldAnyway = quotesToldAnyway;
    }

    Optional<BookView> book(InstrumentId instrument) {
        return Optional.ofNullable(syncs.get(instrument)).flatMap(BookSync::book);
    }

    Heard change(InstrumentId instrument, JsonObject event, long receivedAtMs) {
        BookSync sync = sync(instrument);
        BookChange change;
        try {
            change = read(event);
        } catch (WireFault fault) {
            // a change that cannot be read is a change that is missing
            sync.lose();
            return new Heard(List.of(), List.of(), List.of(fault.trouble(instrument.value()),
                    new StreamTrouble(StreamTrouble.Code.SEQUENCE_GAP, instrument.value(),
                            "a change of the book could not be read")));
        }
        BookSync.Step step = sync.change(change);
        if (step == BookSync.Step.APPLIED) {
            sync.heard(receivedAtMs);
        }
        return after(step, instrument, sync, change.timeMs(),
                () -> "change " + change.previousId() + " to " + change.lastId() + ", book at " + sync.lastId());
    }

    Heard snapshot(InstrumentId instrument, JsonObject body, long receivedAtMs) {
        BookSync sync = sync(instrument);
        long number = body.whole("lastUpdateId");
        boolean stamped = body.has("T");
        long timeMs = stamped ? BinanceDialogue.time(body, "T") : receivedAtMs;
        BookSync.Step step = sync.snapshot(number, body.pairsE8("bids"), body.pairsE8("asks"));
        if (step == BookSync.Step.APPLIED) {
            sync.heard(receivedAtMs);
        }
        Heard heard = after(step, instrument, sync, timeMs, () -> "snapshot " + number);
        return stamped || heard.events().isEmpty() ? heard
                : new Heard(heard.events(), heard.replies(), heard.troubles(), true, heard.confirmed());
    }

    private Heard after(BookSync.Step step, InstrumentId instrument, BookSync sync, long timeMs,
            Supplier<String> what) {
        return switch (step) {
            case APPLIED -> quote(instrument, sync, timeMs);
            case WAITING -> Heard.NOTHING;
            case OLD -> trouble(StreamTrouble.Code.OUT_OF_ORDER, instrument, what.get());
            case SNAPSHOT_NEEDED -> trouble(StreamTrouble.Code.SEQUENCE_GAP, instrument,
                    "no snapshot yet: " + what.get());
            case GAP -> trouble(StreamTrouble.Code.SEQUENCE_GAP, instrument, "changes are missing: " + what.get());
            case CROSSED -> trouble(StreamTrouble.Code.CROSSED_BOOK, instrument, what.get());
        };
    }

    private Heard quote(InstrumentId instrument, BookSync sync, long timeMs) {
        Optional<BookView> book = quotesToldAnyway ? Optional.empty() : sync.book();
        if (book.isEmpty() || book.get().spreadE8() < 0) {
            return Heard.NOTHING;
        }
        BookView view = book.get();
        Quote quote = new Quote(instrument, timeMs, view.bestE8(Side.BUY), view.bestQuantityE8(Side.BUY),
                view.bestE8(Side.SELL), view.bestQuantityE8(Side.SELL));
        Quote before = told.put(instrument, quote);
        if (before != null && before.bidE8() == quote.bidE8() && before.askE8() == quote.askE8()
                && before.bidQuantityE8() == quote.bidQuantityE8()
                && before.askQuantityE8() == quote.askQuantityE8()) {
            return Heard.NOTHING;
        }
        return Heard.of(List.<MarketEvent>of(quote));
    }

    /** Spot names the first of the changes, which follows the last one before; futures name that one. */
    private BookChange read(JsonObject event) {
        long previous = market == BinanceMarket.USDM ? event.whole("pu") : event.whole("U") - 1;
        return new BookChange(previous, event.whole("u"), BinanceDialogue.time(event, event.has("T") ? "T" : "E"),
                event.pairsE8("b"), event.pairsE8("a"));
    }

    private BookSync sync(InstrumentId instrument) {
        return syncs.computeIfAbsent(instrument, id -> new BookSync(LEVELS_MAX, WAITING_MAX));
    }

    private static Heard trouble(StreamTrouble.Code code, InstrumentId instrument, String text) {
        return Heard.of(new StreamTrouble(code, instrument.value(), text));
    }
}
