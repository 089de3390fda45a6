package org.portcullis.venue.binance;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.market.Bar;
import org.portcullis.market.Instrument;
import org.portcullis.venue.stream.Listings;
import org.portcullis.venue.stream.VenueHistory;
import org.portcullis.venue.wire.Addresses;
import org.portcullis.venue.wire.JsonArray;
import org.portcullis.venue.wire.ListedFees;
import org.portcullis.venue.wire.WireFault;

/** Binance's public REST side. */
final class BinanceHistory implements VenueHistory {

    private final BinanceMarket market;
    private final URI base;
    private final ListedFees fees;

    BinanceHistory(BinanceMarket market, URI base, ListedFees fees) {
        this.market = market;
        this.base = base;
        this.fees = fees;
    }

    @Override
    public int barsMax() {
        return market.barsMax();
    }

    /** Asks for no more candles than there are minutes: the venue charges by what could come. */
    @Override
    public URI bars(Instrument instrument, long fromMs, long toMs) {
        long minutes = Math.floorDiv(toMs - fromMs + Bar.INTERVAL_MS - 1, Bar.INTERVAL_MS);
        return get("/klines?symbol=" + BinanceSymbols.of(instrument) + "&interval=1m&startTime=" + fromMs
                + "&endTime=" + (toMs - 1) + "&limit=" + Math.max(1, Math.min(market.barsMax(), minutes)));
    }

    @Override
    public List<Bar> readBars(Instrument instrument, String body) {
        try {
            JsonArray candles = JsonArray.of(body);
            JsonArray candle = new JsonArray();
            List<Bar> bars = new ArrayList<>(candles.size());
            for (int i = 0; i < candles.size(); i++) {
                Bar bar = BinanceBars.bar(instrument.id(), candles.array(i, candle));
                if (!bars.isEmpty() && bar.openTimeMs() <= bars.get(bars.size() - 1).openTimeMs()) {
                    throw WireFault.badValue("candles out of order at " + bar.openTimeMs());
                }
                bars.add(bar);
            }
            return bars;
        } catch (WireFault fault) {
            throw new IllegalArgumentException(instrument.id() + ": candles cannot be read: " + fault.getMessage(),
                    fault);
        }
    }

    @Override
    public URI book(Instrument instrument) {
        return get("/depth?symbol=" + BinanceSymbols.of(instrument) + "&limit=" + market.bookLevels());
    }

    @Override
    public URI listings() {
        return get("/exchangeInfo");
    }

    @Override
    public Listings readListings(String body) {
        try {
            return new BinanceListings(market, fees).read(body);
        } catch (WireFault fault) {
            throw new IllegalArgumentException("exchangeInfo cannot be read: " + fault.getMessage(), fault);
        }
    }

    private URI get(String path) {
        return Addresses.below(base, market.restPath() + path);
    }
}
