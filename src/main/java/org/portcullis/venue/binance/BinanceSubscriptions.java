package org.portcullis.venue.binance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.portcullis.market.Instrument;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.wire.Addresses;

/** Names of streams and the frames that ask for them. */
final class BinanceSubscriptions {

    /** So that a frame stays small; the venue allows ten frames a second. */
    private static final int STREAMS_PER_FRAME = 200;

    private BinanceSubscriptions() {
    }

    /** The frames that ask for those channels of those instruments. */
    static List<String> frames(BinanceMarket market, List<Instrument> instruments, Set<Channel> channels) {
        List<String> streams = new ArrayList<>();
        for (Instrument instrument : instruments) {
            String symbol = BinanceSymbols.of(instrument).toLowerCase(Locale.ROOT);
            for (Channel channel : Channel.values()) {
                if (channels.contains(channel) && channel != Channel.STATUS) {
                    streams.add(symbol + stream(channel));
                }
            }
        }
        if (channels.contains(Channel.STATUS) && market == BinanceMarket.USDM) {
            streams.add("!contractInfo");
        }
        List<String> frames = new ArrayList<>();
        for (List<String> part : Addresses.pieces(streams, STREAMS_PER_FRAME)) {
            frames.add("{\"method\":\"SUBSCRIBE\",\"params\":[\"" + String.join("\",\"", part) + "\"],\"id\":"
                    + (frames.size() + 1) + "}");
        }
        return frames;
    }

    private static String stream(Channel channel) {
        return switch (channel) {
            case TRADES -> "@aggTrade";
            case QUOTES -> "@bookTicker";
            case BARS -> "@kline_1m";
            case FUNDING -> "@markPrice@1s";
            case BOOK -> "@depth@100ms";
            case STATUS -> throw new IllegalArgumentException("status is one stream for all");
        };
    }
}
