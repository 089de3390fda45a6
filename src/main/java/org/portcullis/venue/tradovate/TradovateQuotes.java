package org.portcullis.venue.tradovate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.market.Quote;
import org.portcullis.venue.book.LocalBook;
import org.portcullis.venue.stream.BookView;
import org.portcullis.venue.stream.StreamTrouble;
import org.portcullis.venue.wire.Hearing;
import org.portcullis.venue.wire.IsoTime;
import org.portcullis.venue.wire.JsonArray;
import org.portcullis.venue.wire.JsonObject;
import org.portcullis.venue.wire.WireFault;

/** Quotes, which name only what changed, and books, which always come whole. Both name contracts by number. */
final class TradovateQuotes {

    /** The venue shows ten levels. */
    private static final int LEVELS_MAX = 100;

    private final boolean quotesToldAnyway;
    private final Map<Long, InstrumentId> numbers = new HashMap<>();
    private final Map<InstrumentId, Quote> last = new HashMap<>();
    private final Map<InstrumentId, LocalBook> books = new HashMap<>();
    private final JsonArray items = new JsonArray();
    private final JsonObject item = new JsonObject();
    private final JsonObject entries = new JsonObject();
    private final JsonObject entry = new JsonObject();
    private final JsonArray levels = new JsonArray();

    TradovateQuotes(boolean quotesToldAnyway) {
        this.quotesToldAnyway = quotesToldAnyway;
    }

    /** The number by which messages name an instrument. */
    void numbered(long contract, InstrumentId instrument) {
        numbers.put(contract, instrument);
    }

    Optional<BookView> book(InstrumentId instrument) {
        return Optional.ofNullable(books.get(instrument));
    }

    /** @param receivedAtMs when it came, our time */
    void hear(JsonObject told, long receivedAtMs, Hearing hearing) {
        if (told.hasArray("quotes")) {
            each(told, "quotes", receivedAtMs, hearing);
        }
        if (told.hasArray("doms")) {
            each(told, "doms", receivedAtMs, hearing);
        }
    }

    private void each(JsonObject told, String list, long receivedAtMs, Hearing hearing) {
        told.array(list, items);
        for (int i = 0; i < items.size(); i++) {
            String about = "";
            try {
                long contract = items.object(i, item).whole("contractId");
                InstrumentId instrument = numbers.get(contract);
                if (instrument == null) {
                    hearing.trouble(StreamTrouble.Code.UNKNOWN_SYMBOL, "contract " + contract,
                            list + " nobody asked for");
                    continue;
                }
                about = instrument.value();
                if (list.equals("quotes")) {
                    quote(instrument, hearing);
                } else {
                    book(instrument, receivedAtMs, hearing);
                }
            } catch (WireFault fault) {
                hearing.trouble(fault.trouble(about));
            }
        }
    }

    private void quote(InstrumentId instrument, Hearing hearing) {
        long timeMs = IsoTime.epochMs(item.text("timestamp"));
        item.object("entries", entries);
        if (!entries.hasObject("Bid") && !entries.hasObject("Offer")) {
            return;
        }
        Quote before = last.getOrDefault(instrument, new Quote(instrument, 0, 0, 0, 0, 0));
        long bid = price("Bid", before.bidE8());
        long bidQuantity = size("Bid", before.bidQuantityE8());
        long ask = price("Offer", before.askE8());
        Quote now = new Quote(instrument, timeMs, bid, bidQuantity, ask, size("Offer", before.askQuantityE8()));
        last.put(instrument, now);
        if (bid > 0 && ask > 0) {
            hearing.event(now);
        }
    }

    private long price(String side, long before) {
        return entries.hasObject(side) ? entries.object(side, entry).positiveE8("price") : before;
    }

    private long size(String side, long before) {
        if (!entries.hasObject(side)) {
            return before;
        }
        entries.object(side, entry);
        return entry.has("size") ? entry.notNegativeE8("size") : 0;
    }

    private void book(InstrumentId instrument, long receivedAtMs, Hearing hearing) {
        LocalBook book = new LocalBook(LEVELS_MAX);
        books.remove(instrument);
        long timeMs = IsoTime.epochMs(item.text("timestamp"));
        side(book, Side.BUY, "bids");
        side(book, Side.SELL, "offers");
        if (book.crossed()) {
            throw WireFault.badValue("best bid not below best ask");
        }
        book.heard(receivedAtMs);
        books.put(instrument, book);
        if (!quotesToldAnyway && book.spreadE8() >= 0) {
            hearing.event(new Quote(instrument, timeMs, book.bestE8(Side.BUY), book.bestQuantityE8(Side.BUY),
                    book.bestE8(Side.SELL), book.bestQuantityE8(Side.SELL)));
        }
    }

    private void side(LocalBook book, Side side, String list) {
        if (!item.has(list)) {
            return;
        }
        item.array(list, levels);
        for (int i = 0; i < levels.size(); i++) {
            levels.object(i, entry);
            book.set(side, entry.positiveE8("price"), entry.notNegativeE8("size"));
        }
    }
}
