package org.portcullis.venue.binance;

import java.util.Optional;
import org.portcullis.market.TradingStatus;

/** Binance's words for what may be done with a symbol. */
final class BinanceStatus {

    private BinanceStatus() {
    }

    /** Our word for it; empty when the venue uses one that we do not know. */
    static Optional<TradingStatus> of(String status) {
        return switch (status) {
            case "TRADING" -> Optional.of(TradingStatus.TRADING);
            case "PENDING_TRADING", "PRE_DELIVERING", "DELIVERING", "DELIVERED", "PRE_SETTLE", "SETTLING", "CLOSE",
                    "PRE_TRADING", "POST_TRADING", "END_OF_DAY", "HALT", "AUCTION_MATCH", "BREAK" ->
                Optional.of(TradingStatus.OFFLINE);
            default -> Optional.empty();
        };
    }
}
