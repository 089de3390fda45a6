package org.portcullis.venue.coinbase;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.Instrument;
import org.portcullis.market.Quote;
import org.portcullis.venue.stream.Listings;
import org.portcullis.venue.stream.VenueHistory;
import org.portcullis.venue.wire.Addresses;
import org.portcullis.venue.wire.IsoTime;
import org.portcullis.venue.wire.JsonArray;
import org.portcullis.venue.wire.JsonObject;
import org.portcullis.venue.wire.ListedFees;
import org.portcullis.venue.wire.WireFault;

/** Coinbase's public REST side, below {@code https://api.coinbase.com/api/v3/brokerage}. */
final class CoinbaseHistory implements VenueHistory {

    private static final int BARS_MAX = 350;
    private static final int BOOK_LEVELS = 500;

    private final URI base;
    private final ListedFees fees;

    CoinbaseHistory(URI base, ListedFees fees) {
        this.base = base;
        this.fees = fees;
    }

    @Override
    public int barsMax() {
        return BARS_MAX;
    }

    /** Both ends belong to the span there, in seconds. */
    @Override
    public URI bars(Instrument instrument, long fromMs, long toMs) {
        return Addresses.below(base, "/market/products/" + CoinbaseSymbols.of(instrument) + "/candles?start="
                + fromMs / 1_000 + "&end=" + (toMs / 1_000 - 1) + "&granularity=ONE_MINUTE&limit=" + BARS_MAX);
    }

    /** Newest first there; minutes without a trade are left out. */
    @Override
    public List<Bar> readBars(Instrument instrument, String body) {
        try {
            JsonArray candles = JsonObject.of(body).array("candles", new JsonArray());
            JsonObject candle = new JsonObject();
            List<Bar> bars = new ArrayList<>(candles.size());
            for (int i = 0; i < candles.size(); i++) {
                bars.add(bar(instrument.id(), candles.object(i, candle)));
            }
            bars.sort(Comparator.comparingLong(Bar::openTimeMs));
            for (int i = 1; i < bars.size(); i++) {
                if (bars.get(i).openTimeMs() == bars.get(i - 1).openTimeMs()) {
                    throw WireFault.badValue("two candles of the minute " + bars.get(i).openTimeMs());
                }
            }
            return bars;
        } catch (WireFault fault) {
            throw new IllegalArgumentException(instrument.id() + ": candles cannot be read: " + fault.getMessage(),
                    fault);
        }
    }

    @Override
    public URI book(Instrument instrument) {
        return Addresses.below(base, "/market/product_book?product_id=" + CoinbaseSymbols.of(instrument) + "&limit="
                + BOOK_LEVELS);
    }

    @Override
    public URI listings() {
        return Addresses.below(base, "/market/products");
    }

    @Override
    public Listings readListings(String body) {
        try {
            return new CoinbaseListings(fees).read(body);
        } catch (WireFault fault) {
            throw new IllegalArgumentException("products cannot be read: " + fault.getMessage(), fault);
        }
    }

    /** The best prices of a book over REST. */
    static Quote quote(InstrumentId instrument, String body) {
        JsonObject book = JsonObject.of(body).object("pricebook", new JsonObject());
        JsonObject bid = book.array("bids", new JsonArray()).object(0, new JsonObject());
        JsonObject ask = book.array("asks", new JsonArray()).object(0, new JsonObject());
        return new Quote(instrument, IsoTime.epochMs(book.text("time")), bid.positiveE8("price"),
                bid.notNegativeE8("size"), ask.positiveE8("price"), ask.notNegativeE8("size"));
    }

    private static Bar bar(InstrumentId instrument, JsonObject candle) {
        long openSecond = candle.whole("start");
        if (openSecond < 0 || openSecond % 60 != 0 || openSecond > Long.MAX_VALUE / 1_000) {
            throw WireFault.badValue("no start of a minute: " + openSecond);
        }
        return new Bar(instrument, openSecond * 1_000, candle.positiveE8("open"), candle.positiveE8("high"),
                candle.positiveE8("low"), candle.positiveE8("close"), candle.notNegativeE8("volume"));
    }
}
