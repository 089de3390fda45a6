package org.portcullis.venue.tradovate;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.Instrument;
import org.portcullis.market.Listing;
import org.portcullis.market.TradingStatus;
import org.portcullis.venue.stream.Listings;
import org.portcullis.venue.stream.VenueHistory;
import org.portcullis.venue.wire.Addresses;
import org.portcullis.venue.wire.JsonArray;
import org.portcullis.venue.wire.JsonObject;
import org.portcullis.venue.wire.Printable;
import org.portcullis.venue.wire.WireFault;

/**
 * Tradovate's REST side, below {@code https://live.tradovateapi.com/v1}: which contracts of a root there are. Bars and
 * books come over the stream only. Every request needs the token as a bearer.
 */
final class TradovateHistory implements VenueHistory {

    private static final int CONTRACTS = 10;

    private final URI base;
    private final Instrument root;
    private final Supplier<String> token;

    TradovateHistory(URI base, Instrument root, Supplier<String> token) {
        this.base = base;
        this.root = root;
        this.token = token;
    }

    @Override
    public Map<String, String> listingHeaders() {
        String said = token.get();
        // one that cannot stand in a header would be told in the error; without any the venue says what is missing
        return TradovateDialogue.TOKEN.matcher(said).matches() ? Map.of("Authorization", "Bearer " + said) : Map.of();
    }

    @Override
    public int barsMax() {
        return 0;
    }

    @Override
    public URI bars(Instrument instrument, long fromMs, long toMs) {
        throw new UnsupportedOperationException("Tradovate gives bars over its stream only");
    }

    @Override
    public List<Bar> readBars(Instrument instrument, String body) {
        throw new UnsupportedOperationException("Tradovate gives bars over its stream only");
    }

    @Override
    public URI book(Instrument instrument) {
        throw new UnsupportedOperationException("Tradovate gives books over its stream only");
    }

    @Override
    public URI listings() {
        return Addresses.below(base, "/contract/suggest?t=" + root.baseCurrency() + "&l=" + CONTRACTS);
    }

    @Override
    public Listings readListings(String body) {
        List<Listing> listings = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try {
            JsonArray contracts = JsonArray.of(body);
            JsonObject contract = new JsonObject();
            for (int i = 0; i < contracts.size(); i++) {
                String name = "contract " + i;
                try {
                    name = contracts.object(i, contract).text("name");
                    listings.add(listing(name));
                } catch (WireFault | IllegalArgumentException fault) {
                    refused.add(Printable.of(name + ": " + fault.getMessage()));
                }
            }
            if (!listings.isEmpty()) {
                // the root is what is traded: it stands for the contract of today
                listings.add(new Listing(root, root.id().value(), TradingStatus.TRADING, Listing.Kind.FUTURE, 0, 0));
            }
        } catch (WireFault fault) {
            throw new IllegalArgumentException("contracts cannot be read: " + fault.getMessage(), fault);
        }
        return new Listings(listings, refused);
    }

    /** The venue tells neither state nor end here: a contract it suggests can be traded. */
    private Listing listing(String name) {
        Optional<ContractSymbol> symbol = ContractSymbol.of(name);
        if (symbol.isEmpty() || !symbol.get().root().equals(root.baseCurrency())) {
            throw WireFault.badValue("no contract of " + root.baseCurrency());
        }
        Instrument instrument = new Instrument(new InstrumentId(name), "tradovate", root.baseCurrency(),
                root.quoteCurrency(), root.tickE8(), root.lotE8(), root.minimumQuantityE8(),
                root.minimumNotionalE8(), root.multiplierE8(), root.makerBasisPoints(), root.takerBasisPoints());
        return new Listing(instrument, name, TradingStatus.TRADING, Listing.Kind.FUTURE, 0, 0);
    }
}
