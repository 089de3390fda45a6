package org.portcullis.venue.coinbase;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Quote;
import org.portcullis.market.StatusUpdate;
import org.portcullis.market.Trade;
import org.portcullis.venue.stream.StreamTrouble;
import org.portcullis.venue.wire.Hearing;
import org.portcullis.venue.wire.IsoTime;
import org.portcullis.venue.wire.JsonArray;
import org.portcullis.venue.wire.JsonObject;
import org.portcullis.venue.wire.WireFault;

/** Trades, quotes and states in a message. One that cannot be read costs only itself. */
final class CoinbaseEvents {

    private final CoinbaseSymbols symbols;
    private final JsonArray items = new JsonArray();
    private final JsonObject item = new JsonObject();

    CoinbaseEvents(CoinbaseSymbols symbols) {
        this.symbols = symbols;
    }

    /** Reads one item of an event. */
    private interface Reading {
        void read(InstrumentId instrument, JsonObject item);
    }

    /** Told in the order of their numbers: a snapshot lists the newest first. */
    void trades(JsonObject event, Hearing hearing) {
        List<Trade> trades = new ArrayList<>();
        each(event, "trades", "product_id", hearing, (instrument, trade) -> trades.add(trade(instrument, trade)));
        trades.sort(Comparator.comparingLong(Trade::venueTradeId));
        trades.forEach(hearing::event);
    }

    void tickers(JsonObject event, long timeMs, Hearing hearing) {
        each(event, "tickers", "product_id", hearing, (instrument, ticker) -> hearing.event(
                new Quote(instrument, timeMs, ticker.positiveE8("best_bid"), ticker.notNegativeE8("best_bid_quantity"),
                        ticker.positiveE8("best_ask"), ticker.notNegativeE8("best_ask_quantity"))));
    }

    void status(JsonObject event, long timeMs, Hearing hearing) {
        each(event, "products", "id", hearing, (instrument, product) -> hearing.event(
                new StatusUpdate(instrument, timeMs, CoinbaseStatus.of(product))));
    }

    /** The side is that of the order which waited in the book: a trade whose maker sold was taken by a buyer. */
    private static Trade trade(InstrumentId instrument, JsonObject trade) {
        String maker = trade.text("side");
        if (!maker.equals("BUY") && !maker.equals("SELL")) {
            throw WireFault.badValue("no side: " + maker);
        }
        return new Trade(instrument, IsoTime.epochMs(trade.text("time")), trade.whole("trade_id"),
                trade.positiveE8("price"), trade.positiveE8("size"), maker.equals("SELL"));
    }

    private void each(JsonObject event, String list, String product, Hearing hearing, Reading reading) {
        event.array(list, items);
        for (int i = 0; i < items.size(); i++) {
            String about = "";
            try {
                items.object(i, item);
                about = item.text(product);
                Optional<InstrumentId> instrument = symbols.find(about);
                if (instrument.isPresent()) {
                    reading.read(instrument.get(), item);
                } else {
                    hearing.trouble(StreamTrouble.Code.UNKNOWN_SYMBOL, about, list + " nobody asked for");
                }
            } catch (WireFault fault) {
                hearing.trouble(fault.trouble(about));
            }
        }
    }
}
