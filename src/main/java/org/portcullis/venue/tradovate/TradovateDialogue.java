package org.portcullis.venue.tradovate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.venue.stream.BookView;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Dialogue;
import org.portcullis.venue.stream.Heard;
import org.portcullis.venue.stream.StreamConnection;
import org.portcullis.venue.stream.StreamTrouble;
import org.portcullis.venue.wire.Hearing;
import org.portcullis.venue.wire.JsonArray;
import org.portcullis.venue.wire.JsonObject;
import org.portcullis.venue.wire.WireFault;

/**
 * What is said on one connection to Tradovate. Frames begin with a letter: {@code o} open, {@code h} heartbeat,
 * {@code a} messages, {@code c} close. The venue speaks first; there are no sequence numbers.
 */
final class TradovateDialogue implements Dialogue {

    private static final String HEARTBEAT = "[]";
    /** A token in a request stands on its own line; one with a line break would be a request of somebody else. */
    static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");
    private static final Set<String> OF_NO_USE = Set.of("clock", "props");

    private final StreamConnection connection;
    private final Supplier<String> token;
    private final TradovateRequests requests;
    private final TradovateQuotes quotes;
    private final TradovateCharts charts;
    private final JsonArray messages = new JsonArray();
    private final JsonObject message = new JsonObject();
    private final JsonObject inner = new JsonObject();
    private String said = "";

    TradovateDialogue(StreamConnection connection, List<Instrument> instruments,
            Function<InstrumentId, String> contracts, Supplier<String> token) {
        this.connection = connection;
        this.token = token;
        this.requests = new TradovateRequests(contracts);
        this.quotes = new TradovateQuotes(connection.channels().contains(Channel.QUOTES));
        this.charts = new TradovateCharts(instruments);
    }

    /** Nothing: the venue opens. */
    @Override
    public List<String> greeting() {
        return List.of();
    }

    @Override
    public List<String> keepAlive() {
        return List.of(HEARTBEAT);
    }

    @Override
    public Optional<BookView> book(InstrumentId instrument) {
        return quotes.book(instrument);
    }

    /** Books come whole with every change; none is fetched. */
    @Override
    public Heard snapshot(InstrumentId instrument, String body, long receivedAtMs) {
        return Heard.of(new StreamTrouble(StreamTrouble.Code.UNKNOWN_FRAME, instrument.value(),
                "Tradovate gives no book over REST"));
    }

    @Override
    public Heard hear(String frame, long receivedAtMs) {
        Hearing hearing = new Hearing();
        try {
            switch (frame.isEmpty() ? ' ' : frame.charAt(0)) {
                case 'o' -> authorize(hearing);
                case 'h' -> hearing.reply(HEARTBEAT);
                case 'c' -> hearing.trouble(StreamTrouble.Code.CONNECTION_ENDING, "", withoutToken(frame));
                case 'a' -> {
                    messages.parse(frame, 1);
                    for (int i = 0; i < messages.size(); i++) {
                        message(i, receivedAtMs, hearing);
                    }
                }
                default -> throw WireFault.unreadable("a frame that begins with none of o, h, a, c");
            }
        } catch (WireFault fault) {
            hearing.trouble(fault.trouble(""));
        }
        return hearing.heard();
    }

    private void authorize(Hearing hearing) {
        said = token.get();
        if (TOKEN.matcher(said).matches()) {
            hearing.reply(requests.authorize(said));
        } else {
            hearing.trouble(StreamTrouble.Code.VENUE_ERROR, "", "there is no usable token for market data");
            hearing.trouble(StreamTrouble.Code.CONNECTION_ENDING, "", "not authorised");
        }
    }

    /** One message that cannot be read costs only itself. */
    private void message(int index, long receivedAtMs, Hearing hearing) {
        try {
            messages.object(index, message);
            if (message.has("e")) {
                event(message.text("e"), receivedAtMs, hearing);
            } else if (message.has("s") && message.has("i")) {
                answer(message.whole("s"), message.whole("i"), hearing);
            } else {
                hearing.trouble(StreamTrouble.Code.UNKNOWN_FRAME, "", withoutToken(message.toString()));
            }
        } catch (WireFault fault) {
            hearing.trouble(fault.trouble(""));
        }
    }

    private void event(String kind, long receivedAtMs, Hearing hearing) {
        switch (kind) {
            case "md" -> quotes.hear(message.object("d", inner), receivedAtMs, hearing);
            case "chart" -> charts.hear(message.object("d", inner), receivedAtMs, hearing);
            case "shutdown" -> hearing.trouble(StreamTrouble.Code.CONNECTION_ENDING, "",
                    withoutToken(message.toString()));
            default -> {
                if (!OF_NO_USE.contains(kind)) {
                    hearing.trouble(StreamTrouble.Code.UNKNOWN_FRAME, "", "no such kind: " + kind);
                }
            }
        }
    }

    private void answer(long status, long number, Hearing hearing) {
        Optional<TradovateRequests.Request> asked = requests.answered(number);
        if (asked.isEmpty()) {
            hearing.trouble(StreamTrouble.Code.UNKNOWN_FRAME, "", "an answer to nothing we asked: " + number);
            return;
        }
        TradovateRequests.Request request = asked.get();
        boolean refused = status != 200;
        if (!refused && message.hasObject("d")) {
            message.object("d", inner);
            refused = !inner.text("errorText", "").isEmpty() || !inner.text("errorCode", "").isEmpty();
        }
        if (refused) {
            refused(request, hearing);
        } else {
            granted(request, hearing);
        }
    }

    private void refused(TradovateRequests.Request request, Hearing hearing) {
        String about = request.instrument().map(InstrumentId::value).orElse("");
        hearing.trouble(StreamTrouble.Code.VENUE_ERROR, about, request.kind() + ": "
                + withoutToken(message.toString()));
        if (request.kind() == TradovateRequests.Kind.AUTHORIZE) {
            hearing.trouble(StreamTrouble.Code.CONNECTION_ENDING, "", "not authorised");
        }
    }

    private void granted(TradovateRequests.Request request, Hearing hearing) {
        if (request.kind() == TradovateRequests.Kind.AUTHORIZE) {
            connection.instruments().forEach(instrument -> requests.first(instrument, connection.channels())
                    .forEach(hearing::reply));
            return;
        }
        InstrumentId instrument = request.instrument().orElseThrow();
        switch (request.kind()) {
            case CONTRACT -> {
                quotes.numbered(message.object("d", inner).whole("id"), instrument);
                requests.second(instrument, connection.channels()).forEach(hearing::reply);
            }
            case BARS -> charts.bars(message.object("d", inner), instrument);
            case TICKS -> {
                charts.ticks(message.object("d", inner), instrument);
                hearing.confirmed(instrument);
            }
            default -> {
                // quotes and books say in each message whose they are
            }
        }
    }

    /** The venue may say back what it was told. */
    private String withoutToken(String text) {
        return said.isEmpty() ? text : text.replace(said, "***");
    }
}
