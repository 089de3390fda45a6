package org.portcullis.venue.binance;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.market.Listing;
import org.portcullis.market.TradingStatus;
import org.portcullis.venue.stream.Listings;
import org.portcullis.venue.wire.JsonArray;
import org.portcullis.venue.wire.JsonObject;
import org.portcullis.venue.wire.ListedFees;
import org.portcullis.venue.wire.Printable;
import org.portcullis.venue.wire.WireFault;

/** Reads {@code exchangeInfo}: steps come from the filters; the printed precisions are for display and never used. */
final class BinanceListings {

    /** 2100-12-25 08:00 UTC: how Binance says that a perpetual has no end. */
    private static final long NEVER_MS = 4_133_404_800_000L;

    private final BinanceMarket market;
    private final ListedFees fees;
    private final JsonObject symbol = new JsonObject();
    private final JsonObject filter = new JsonObject();
    private final JsonArray filters = new JsonArray();

    BinanceListings(BinanceMarket market, ListedFees fees) {
        this.market = market;
        this.fees = fees;
    }

    Listings read(String body) {
        JsonArray symbols = JsonObject.of(body).array("symbols", new JsonArray());
        List<Listing> listings = new ArrayList<>(symbols.size());
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            String name = "symbol " + i;
            try {
                symbols.object(i, symbol);
                name = symbol.text("symbol");
                listings.add(listing(name));
            } catch (WireFault | IllegalArgumentException fault) {
                refused.add(Printable.of(name + ": " + fault.getMessage()));
            }
        }
        return new Listings(listings, refused);
    }

    private Listing listing(String name) {
        Listing.Kind kind = kind();
        TradingStatus status = BinanceStatus.of(symbol.text("status")).orElseThrow(
                () -> WireFault.badValue("no status that we know: " + symbol.text("status")));
        long ends = symbol.whole("deliveryDate", 0);
        Instrument instrument = new Instrument(new InstrumentId(name.replace("_", "")), market.venue(),
                symbol.text("baseAsset"), symbol.text("quoteAsset"), step("PRICE_FILTER", "tickSize"),
                step("LOT_SIZE", "stepSize"), step("LOT_SIZE", "minQty"), minimumNotionalE8(), FixedPoint.ONE,
                fees.makerBasisPoints(), fees.takerBasisPoints());
        return new Listing(instrument, name, status, kind, symbol.whole("onboardDate", 0),
                ends >= NEVER_MS ? 0 : ends);
    }

    private Listing.Kind kind() {
        if (market == BinanceMarket.SPOT) {
            return Listing.Kind.SPOT;
        }
        String type = symbol.text("contractType");
        return switch (type) {
            case "PERPETUAL", "TRADIFI_PERPETUAL", "PERPETUAL_DELIVERING" -> Listing.Kind.PERPETUAL;
            case "CURRENT_MONTH", "NEXT_MONTH", "CURRENT_QUARTER", "NEXT_QUARTER", "CURRENT_QUARTER_DELIVERING",
                    "NEXT_QUARTER_DELIVERING" -> Listing.Kind.FUTURE;
            default -> throw WireFault.badValue("no contract type that we know: \"" + type + "\"");
        };
    }

    private long step(String filterType, String member) {
        if (!find(filterType)) {
            throw WireFault.badValue("no filter " + filterType);
        }
        return filter.positiveE8(member);
    }

    /** The member is called {@code notional} for futures and {@code minNotional} for spot. */
    private long minimumNotionalE8() {
        if (!find("MIN_NOTIONAL") && !find("NOTIONAL")) {
            return 0;
        }
        return filter.notNegativeE8(filter.has("notional") ? "notional" : "minNotional");
    }

    /** Reads the filter of that type into {@code filter}, if there is one. */
    private boolean find(String filterType) {
        symbol.array("filters", filters);
        for (int i = 0; i < filters.size(); i++) {
            if (filters.object(i, filter).text("filterType").equals(filterType)) {
                return true;
            }
        }
        return false;
    }
}
