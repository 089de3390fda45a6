package org.portcullis.venue.coinbase;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.market.Listing;
import org.portcullis.venue.stream.Listings;
import org.portcullis.venue.wire.IsoTime;
import org.portcullis.venue.wire.JsonArray;
import org.portcullis.venue.wire.JsonObject;
import org.portcullis.venue.wire.ListedFees;
import org.portcullis.venue.wire.Printable;
import org.portcullis.venue.wire.WireFault;

/** Reads products: the list of them, or a single one. */
final class CoinbaseListings {

    private final ListedFees fees;
    private final JsonObject product = new JsonObject();
    private final JsonObject contract = new JsonObject();

    CoinbaseListings(ListedFees fees) {
        this.fees = fees;
    }

    Listings read(String body) {
        JsonObject answer = JsonObject.of(body);
        if (!answer.hasArray("products")) {
            answer = JsonObject.of("{\"products\":[" + answer + "]}");
        }
        JsonArray products = answer.array("products", new JsonArray());
        List<Listing> listings = new ArrayList<>(products.size());
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            String name = "product " + i;
            try {
                products.object(i, product);
                name = product.text("product_id");
                listings.add(product.text("product_type").equals("FUTURE") ? future(name) : spot(name));
            } catch (WireFault | IllegalArgumentException fault) {
                refused.add(Printable.of(name + ": " + fault.getMessage()));
            }
        }
        return new Listings(listings, refused);
    }

    private Listing spot(String name) {
        if (!product.text("product_type").equals("SPOT")) {
            throw WireFault.badValue("no product type that we know: " + product.text("product_type"));
        }
        return new Listing(instrument(name, product.text("base_currency_id"), FixedPoint.ONE), name,
                CoinbaseStatus.of(product), Listing.Kind.SPOT, time(product, "new_at"), 0);
    }

    private Listing future(String name) {
        product.object("future_product_details", contract);
        boolean perpetual = contract.text("contract_expiry_type", "").equals("PERPETUAL");
        return new Listing(instrument(name, contract.text("contract_code"), contract.positiveE8("contract_size")),
                name, CoinbaseStatus.of(product), perpetual ? Listing.Kind.PERPETUAL : Listing.Kind.FUTURE,
                time(product, "new_at"), perpetual ? 0 : time(contract, "contract_expiry"));
    }

    private Instrument instrument(String name, String base, long multiplierE8) {
        return new Instrument(new InstrumentId(name.replace("-", "")), "coinbase-spot", base,
                product.text("quote_currency_id"),
                product.positiveE8(product.text("price_increment", "").isEmpty() ? "quote_increment"
                        : "price_increment"),
                product.positiveE8("base_increment"), product.positiveE8("base_min_size"),
                product.notNegativeE8("quote_min_size"), multiplierE8, fees.makerBasisPoints(),
                fees.takerBasisPoints());
    }

    private static long time(JsonObject from, String key) {
        String text = from.text(key, "");
        return text.isEmpty() ? 0 : IsoTime.epochMs(text);
    }
}
