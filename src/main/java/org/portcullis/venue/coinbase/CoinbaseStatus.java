package org.portcullis.venue.coinbase;

import org.portcullis.market.TradingStatus;
import org.portcullis.venue.wire.JsonObject;

/** What may be done with a product, from its status and its flags; the narrowest of them counts. */
final class CoinbaseStatus {

    private CoinbaseStatus() {
    }

    /** Futures leave the status empty and tell by their session. */
    static TradingStatus of(JsonObject product) {
        String status = product.text("status");
        boolean online = status.equals("online")
                || status.isEmpty() && product.text("product_type", "").equals("FUTURE");
        boolean closed = product.hasObject("fcm_trading_session_details") && !product
                .object("fcm_trading_session_details", new JsonObject()).flag("is_session_open");
        if (!online || closed || product.flag("is_disabled") || product.flag("trading_disabled")
                || product.flag("view_only")) {
            return TradingStatus.OFFLINE;
        }
        if (product.flag("cancel_only")) {
            return TradingStatus.CANCEL_ONLY;
        }
        if (product.flag("post_only")) {
            return TradingStatus.POST_ONLY;
        }
        // in an auction orders are taken, but none at the market
        return product.flag("limit_only") || product.flag("auction_mode") ? TradingStatus.LIMIT_ONLY
                : TradingStatus.TRADING;
    }
}
