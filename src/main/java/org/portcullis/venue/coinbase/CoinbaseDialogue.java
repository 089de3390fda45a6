package org.portcullis.venue.coinbase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.venue.stream.BookView;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Dialogue;
import org.portcullis.venue.stream.Heard;
import org.portcullis.venue.stream.StreamConnection;
import org.portcullis.venue.stream.StreamTrouble;
import org.portcullis.venue.wire.Hearing;
import org.portcullis.venue.wire.IsoTime;
import org.portcullis.venue.wire.JsonArray;
import org.portcullis.venue.wire.JsonObject;
import org.portcullis.venue.wire.WireFault;

/**
 * What is said on one connection to Coinbase. All messages of a connection are numbered in one row; a hole in it means
 * that anything may be missing: every book is given up and asked for anew.
 */
final class CoinbaseDialogue implements Dialogue {

    /** Kinds that we know and have no use for: answers, other people's business, candles of five minutes. */
    private static final Set<String> OF_NO_USE = Set.of("subscriptions", "candles", "user",
            "futures_balance_summary");

    private final StreamConnection connection;
    private final List<String> products;
    private final CoinbaseSymbols symbols;
    private final CoinbaseBooks books;
    private final CoinbaseEvents kinds;
    private final JsonObject frame = new JsonObject();
    private final JsonArray events = new JsonArray();
    private final JsonObject event = new JsonObject();
    private long lastNumber = -1;
    private long lastBeat = -1;

    CoinbaseDialogue(StreamConnection connection, List<Instrument> instruments) {
        Set<InstrumentId> wanted = Set.copyOf(connection.instruments());
        List<Instrument> heard = instruments.stream().filter(instrument -> wanted.contains(instrument.id())).toList();
        this.connection = connection;
        this.products = heard.stream().map(CoinbaseSymbols::of).toList();
        this.symbols = new CoinbaseSymbols(heard);
        this.books = new CoinbaseBooks(symbols);
        this.kinds = new CoinbaseEvents(symbols);
    }

    /** One channel a frame; heartbeats first, without which the venue closes quiet channels. */
    @Override
    public List<String> greeting() {
        List<String> frames = new ArrayList<>();
        frames.add("{\"type\":\"subscribe\",\"channel\":\"heartbeats\"}");
        Set<Channel> channels = connection.channels();
        if (channels.contains(Channel.BOOK)) {
            frames.add(request("subscribe", "level2"));
        } else if (channels.contains(Channel.QUOTES)) {
            frames.add(request("subscribe", "ticker"));
        }
        if (channels.contains(Channel.TRADES)) {
            frames.add(request("subscribe", "market_trades"));
        }
        if (channels.contains(Channel.STATUS)) {
            frames.add(request("subscribe", "status"));
        }
        return frames;
    }

    /** Nothing: the heartbeats of the venue keep the connection. */
    @Override
    public List<String> keepAlive() {
        return List.of();
    }

    @Override
    public Optional<BookView> book(InstrumentId instrument) {
        return books.book(instrument);
    }

    /**
     * A book over REST bears no number, so that no change can follow it: it gives a quote and heals no local book,
     * which a new subscription does.
     */
    @Override
    public Heard snapshot(InstrumentId instrument, String body, long receivedAtMs) {
        try {
            return Heard.of(List.of(CoinbaseHistory.quote(instrument, body)));
        } catch (WireFault fault) {
            return Heard.of(fault.trouble(instrument.value()));
        }
    }

    @Override
    public Heard hear(String text, long receivedAtMs) {
        Hearing hearing = new Hearing();
        try {
            frame.parse(text);
            if (frame.has("channel")) {
                understand(frame.text("channel"), receivedAtMs, hearing);
            } else if (frame.text("type", "").equals("error") || frame.has("message")) {
                hearing.trouble(StreamTrouble.Code.VENUE_ERROR, "", frame.text("message", frame.toString()));
            } else {
                hearing.trouble(StreamTrouble.Code.UNKNOWN_FRAME, "", frame.toString());
            }
        } catch (WireFault fault) {
            hearing.trouble(fault.trouble(""));
        }
        return hearing.heard();
    }

    private void understand(String channel, long receivedAtMs, Hearing hearing) {
        long number = frame.whole("sequence_num");
        if (number <= lastNumber) {
            hearing.trouble(StreamTrouble.Code.OUT_OF_ORDER, "", "message " + number + " after " + lastNumber);
            return;
        }
        if (lastNumber >= 0 && number > lastNumber + 1) {
            giveUp("message " + number + " follows " + lastNumber, hearing);
        }
        lastNumber = number;
        if (OF_NO_USE.contains(channel)) {
            return;
        }
        long timeMs = IsoTime.epochMs(frame.text("timestamp"));
        frame.array("events", events);
        for (int i = 0; i < events.size(); i++) {
            events.object(i, event);
            switch (channel) {
                case "l2_data" -> {
                    if (!books.hear(event, timeMs, receivedAtMs, hearing)) {
                        askForBooks(hearing);
                    }
                }
                case "market_trades" -> kinds.trades(event, hearing);
                case "ticker", "ticker_batch" -> kinds.tickers(event, timeMs, hearing);
                case "status" -> kinds.status(event, timeMs, hearing);
                case "heartbeats" -> beat(event.whole("heartbeat_counter"), hearing);
                default -> hearing.trouble(StreamTrouble.Code.UNKNOWN_FRAME, "", "no such channel: " + channel);
            }
        }
    }

    private void beat(long beat, Hearing hearing) {
        if (lastBeat >= 0 && beat > lastBeat + 1) {
            giveUp("heartbeat " + beat + " follows " + lastBeat, hearing);
        }
        lastBeat = beat;
    }

    private void giveUp(String why, Hearing hearing) {
        hearing.trouble(StreamTrouble.Code.SEQUENCE_GAP, "", why);
        askForBooks(hearing);
    }

    /** A book comes whole after a subscription only. */
    private void askForBooks(Hearing hearing) {
        books.loseAll();
        if (connection.channels().contains(Channel.BOOK)) {
            hearing.reply(request("unsubscribe", "level2"));
            hearing.reply(request("subscribe", "level2"));
        }
    }

    private String request(String type, String channel) {
        return "{\"type\":\"" + type + "\",\"product_ids\":[\"" + String.join("\",\"", products)
                + "\"],\"channel\":\"" + channel + "\"}";
    }
}
