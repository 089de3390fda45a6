package org.portcullis.venue.binance;

import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.venue.wire.JsonArray;
import org.portcullis.venue.wire.JsonObject;
import org.portcullis.venue.wire.WireFault;

/** Binance's candles of one minute, from the stream and from REST. */
final class BinanceBars {

    private BinanceBars() {
    }

    /** The candle of a stream event. */
    static Bar bar(InstrumentId instrument, JsonObject candle) {
        return new Bar(instrument, minute(candle.whole("t"), candle.whole("T")), candle.positiveE8("o"),
                candle.positiveE8("h"), candle.positiveE8("l"), candle.positiveE8("c"), candle.notNegativeE8("v"),
                candle.has("V") ? candle.notNegativeE8("V") : -1);
    }

    /** The candle of a REST answer: open time, open, high, low, close, volume, close time, …, bought by takers. */
    static Bar bar(InstrumentId instrument, JsonArray candle) {
        return new Bar(instrument, minute(candle.whole(0), candle.whole(6)), candle.positiveE8(1),
                candle.positiveE8(2), candle.positiveE8(3), candle.positiveE8(4), candle.notNegativeE8(5),
                candle.notNegativeE8(9));
    }

    private static long minute(long openTimeMs, long lastMs) {
        if (openTimeMs < 0 || openTimeMs % Bar.INTERVAL_MS != 0 || lastMs - openTimeMs != Bar.INTERVAL_MS - 1) {
            throw WireFault.badValue("no minute: from " + openTimeMs + " to " + lastMs);
        }
        return openTimeMs;
    }
}
