package org.portcullis.venue.binance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.FundingUpdate;
import org.portcullis.market.Instrument;
import org.portcullis.market.MarketEvent;
import org.portcullis.market.Quote;
import org.portcullis.market.StatusUpdate;
import org.portcullis.market.Trade;
import org.portcullis.market.VenueBar;
import org.portcullis.venue.stream.BookView;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Dialogue;
import org.portcullis.venue.stream.Heard;
import org.portcullis.venue.stream.StreamConnection;
import org.portcullis.venue.stream.StreamTrouble;
import org.portcullis.venue.wire.JsonObject;
import org.portcullis.venue.wire.Printable;
import org.portcullis.venue.wire.WireFault;

/** What is said on one connection to Binance. Unknown members are passed by: the venue adds some every year. */
final class BinanceDialogue implements Dialogue {

    /** Kinds that we know and have no use for; nobody subscribes to them. */
    private static final Set<String> OF_NO_USE = Set.of("24hrTicker", "24hrMiniTicker", "forceOrder",
            "continuous_kline", "compositeIndex", "assetIndexUpdate", "tradingSession");

    private final BinanceMarket market;
    private final List<Instrument> instruments;
    private final StreamConnection connection;
    private final BinanceSymbols symbols;
    private final BinanceBooks books;
    private final Map<InstrumentId, Long> lastQuote = new HashMap<>();
    private final JsonObject frame = new JsonObject();
    private final JsonObject inner = new JsonObject();
    private final JsonObject bar = new JsonObject();

    BinanceDialogue(BinanceMarket market, StreamConnection connection, List<Instrument> instruments) {
        Set<InstrumentId> wanted = Set.copyOf(connection.instruments());
        this.market = market;
        this.connection = connection;
        this.instruments = instruments.stream().filter(instrument -> wanted.contains(instrument.id())).toList();
        this.symbols = new BinanceSymbols(this.instruments);
        this.books = new BinanceBooks(market, connection.channels().contains(Channel.QUOTES));
    }

    @Override
    public List<String> greeting() {
        return BinanceSubscriptions.frames(market, instruments, connection.channels());
    }

    /** Nothing: the venue pings, and the protocol below answers. */
    @Override
    public List<String> keepAlive() {
        return List.of();
    }

    @Override
    public Optional<BookView> book(InstrumentId instrument) {
        return books.book(instrument);
    }

    @Override
    public Heard snapshot(InstrumentId instrument, String body, long receivedAtMs) {
        try {
            return books.snapshot(instrument, new JsonObject().parse(body), receivedAtMs);
        } catch (WireFault fault) {
            return Heard.of(fault.trouble(instrument.value()));
        }
    }

    @Override
    public Heard hear(String text, long receivedAtMs) {
        String about = "";
        try {
            frame.parse(text);
            JsonObject event = frame.hasObject("data") ? frame.object("data", inner) : frame;
            if (!event.has("e") && !quoteOfSpot(event)) {
                return answer(event);
            }
            String kind = event.text("e", "bookTicker");
            if (OF_NO_USE.contains(kind)) {
                return Heard.NOTHING;
            }
            if (kind.equals("serverShutdown")) {
                return trouble(StreamTrouble.Code.CONNECTION_ENDING, "", "the venue shuts down");
            }
            about = event.text("s", "");
            Optional<InstrumentId> instrument = symbols.find(about);
            if (instrument.isEmpty()) {
                return stranger(kind, about);
            }
            return understand(kind, event, instrument.get(), receivedAtMs);
        } catch (WireFault fault) {
            return Heard.of(fault.trouble(Printable.of(about)));
        }
    }

    private Heard understand(String kind, JsonObject event, InstrumentId instrument, long receivedAtMs) {
        return switch (kind) {
            case "bookTicker" -> quote(event, instrument, receivedAtMs);
            case "aggTrade" -> one(trade(event, instrument, "a"));
            case "trade" -> realTrade(event) ? one(trade(event, instrument, "t")) : Heard.NOTHING;
            case "depthUpdate" -> books.change(instrument, event, receivedAtMs);
            case "kline" -> one(bar(event.object("k", bar), instrument, time(event, "E")));
            case "markPriceUpdate" -> one(funding(event, instrument));
            case "contractInfo" -> one(new StatusUpdate(instrument, time(event, "E"),
                    BinanceStatus.of(event.text("cs")).orElseThrow(
                            () -> WireFault.badValue("no status: " + event.text("cs")))));
            default -> trouble(StreamTrouble.Code.UNKNOWN_FRAME, event.text("s"), "no such kind: " + kind);
        };
    }

    private Heard quote(JsonObject event, InstrumentId instrument, long receivedAtMs) {
        long number = event.whole("u");
        // a spot quote bears no time
        boolean stamped = event.has("T") || event.has("E");
        long timeMs = stamped ? time(event, event.has("T") ? "T" : "E") : receivedAtMs;
        Quote quote = new Quote(instrument, timeMs, event.positiveE8("b"), event.notNegativeE8("B"),
                event.positiveE8("a"), event.notNegativeE8("A"));
        Long last = lastQuote.get(instrument);
        if (last != null && number <= last) {
            return trouble(StreamTrouble.Code.OUT_OF_ORDER, instrument.value(),
                    "quote " + number + " after " + last);
        }
        lastQuote.put(instrument, number);
        return stamped ? one(quote) : Heard.withoutTime(quote);
    }

    private static Trade trade(JsonObject event, InstrumentId instrument, String number) {
        return new Trade(instrument, time(event, "T"), event.whole(number), event.positiveE8("p"),
                event.positiveE8("q"), !side(event, "m"));
    }

    /** Payments of the insurance fund and forced reductions come as trades that are no trades of the market. */
    private static boolean realTrade(JsonObject event) {
        return event.text("X", "MARKET").equals("MARKET");
    }

    private static boolean side(JsonObject event, String key) {
        if (!event.has(key)) {
            throw WireFault.unreadable("no member " + key);
        }
        return event.flag(key);
    }

    private static VenueBar bar(JsonObject candle, InstrumentId instrument, long timeMs) {
        if (!candle.text("i").equals("1m")) {
            throw WireFault.unreadable("a bar of " + Printable.of(candle.text("i")) + ", not of one minute");
        }
        return new VenueBar(BinanceBars.bar(instrument, candle), timeMs, side(candle, "x"));
    }

    /** Contracts with an end pay no funding: their rate is an empty text. */
    private static FundingUpdate funding(JsonObject event, InstrumentId instrument) {
        boolean pays = !event.text("r", "").isEmpty();
        return new FundingUpdate(instrument, time(event, "E"), event.positiveE8("p"),
                event.has("i") ? event.notNegativeE8("i") : 0, pays ? event.e8("r") : 0,
                pays ? time(event, "T") : 0);
    }

    /** A frame without an event: the answer to one of ours. */
    private static Heard answer(JsonObject frame) {
        if (frame.has("code") || frame.has("error")) {
            return trouble(StreamTrouble.Code.VENUE_ERROR, "", frame.toString());
        }
        return frame.has("id") ? Heard.NOTHING
                : trouble(StreamTrouble.Code.UNKNOWN_FRAME, "", "neither an event nor an answer: " + frame);
    }

    /** News of all contracts come on one stream: those of others are no mistake. */
    private static Heard stranger(String kind, String symbol) {
        return kind.equals("contractInfo") ? Heard.NOTHING
                : trouble(StreamTrouble.Code.UNKNOWN_SYMBOL, symbol, kind + " of a symbol nobody asked for");
    }

    private static boolean quoteOfSpot(JsonObject event) {
        return event.has("u") && event.has("s") && event.has("B") && event.has("A");
    }

    static long time(JsonObject event, String key) {
        long timeMs = event.whole(key);
        if (timeMs <= 0) {
            throw WireFault.badValue("no time: " + timeMs);
        }
        return timeMs;
    }

    static Heard one(MarketEvent event) {
        return Heard.of(List.of(event));
    }

    static Heard trouble(StreamTrouble.Code code, String about, String text) {
        return Heard.of(new StreamTrouble(code, Printable.of(about), Printable.of(text)));
    }
}
