package org.portcullis.venue.coinbase;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.market.Quote;
import org.portcullis.venue.book.LocalBook;
import org.portcullis.venue.stream.BookView;
import org.portcullis.venue.stream.StreamTrouble;
import org.portcullis.venue.wire.Hearing;
import org.portcullis.venue.wire.JsonArray;
import org.portcullis.venue.wire.JsonObject;
import org.portcullis.venue.wire.WireFault;

/** The local books of one connection: whole after a subscription, changed from then on. */
final class CoinbaseBooks {

    /** Levels kept of a side; a whole book of BTC-USD has more, far away from any trade. */
    private static final int LEVELS_MAX = 10_000;

    private final CoinbaseSymbols symbols;
    private final Map<InstrumentId, LocalBook> books = new HashMap<>();
    private final Set<InstrumentId> live = new HashSet<>();
    private final Map<InstrumentId, Quote> told = new HashMap<>();
    private final JsonArray updates = new JsonArray();
    private final JsonObject update = new JsonObject();

    CoinbaseBooks(CoinbaseSymbols symbols) {
        this.symbols = symbols;
    }

    Optional<BookView> book(InstrumentId instrument) {
        return live.contains(instrument) ? Optional.ofNullable(books.get(instrument)) : Optional.empty();
    }

    void loseAll() {
        live.clear();
    }

    /**
     * Whether all is well; false when the books must be asked for anew. A snapshot that is bad itself is not asked for
     * again, or we would ask for ever: its book stays unknown until the next subscription.
     *
     * @param timeMs       when, by the venue's clock
     * @param receivedAtMs when it came, our time
     */
    boolean hear(JsonObject event, long timeMs, long receivedAtMs, Hearing hearing) {
        String product = event.text("product_id");
        Optional<InstrumentId> instrument = symbols.find(product);
        if (instrument.isEmpty()) {
            hearing.trouble(StreamTrouble.Code.UNKNOWN_SYMBOL, product, "a book nobody asked for");
            return true;
        }
        LocalBook book = books.computeIfAbsent(instrument.get(), id -> new LocalBook(LEVELS_MAX));
        boolean whole = event.text("type").equals("snapshot");
        if (whole) {
            book.clear();
            live.add(instrument.get());
        } else if (!live.contains(instrument.get())) {
            return true; // changes of a book whose snapshot is on its way
        }
        try {
            apply(event, book);
        } catch (WireFault fault) {
            hearing.trouble(fault.trouble(product));
            live.remove(instrument.get());
            return whole;
        }
        if (book.crossed()) {
            hearing.trouble(StreamTrouble.Code.CROSSED_BOOK, product, "best bid not below best ask");
            live.remove(instrument.get());
            return whole;
        }
        book.heard(receivedAtMs);
        quote(instrument.get(), book, timeMs, hearing);
        return true;
    }

    private void apply(JsonObject event, LocalBook book) {
        event.array("updates", updates);
        for (int i = 0; i < updates.size(); i++) {
            updates.object(i, update);
            Side side = switch (update.text("side")) {
                case "bid" -> Side.BUY;
                case "offer", "ask" -> Side.SELL;
                default -> throw WireFault.badValue("no side: " + update.text("side"));
            };
            book.set(side, update.positiveE8("price_level"), update.notNegativeE8("new_quantity"));
        }
    }

    private void quote(InstrumentId instrument, LocalBook book, long timeMs, Hearing hearing) {
        if (book.spreadE8() < 0) {
            return;
        }
        Quote quote = new Quote(instrument, timeMs, book.bestE8(Side.BUY), book.bestQuantityE8(Side.BUY),
                book.bestE8(Side.SELL), book.bestQuantityE8(Side.SELL));
        Quote before = told.put(instrument, quote);
        if (before == null || before.bidE8() != quote.bidE8() || before.askE8() != quote.askE8()
                || before.bidQuantityE8() != quote.bidQuantityE8()
                || before.askQuantityE8() != quote.askQuantityE8()) {
            hearing.event(quote);
        }
    }
}
