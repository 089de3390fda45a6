package org.portcullis.venue.stream;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.market.Instrument;
import org.portcullis.market.Quote;
import org.portcullis.market.StatusUpdate;
import org.portcullis.market.Trade;
import org.portcullis.market.TradingStatus;
import org.portcullis.market.VenueBar;
import org.portcullis.venue.book.LocalBook;

/** The smallest language that has everything: comma-separated words. */
public final class PlainLanguage implements VenueLanguage {

    /** Name of the venue. */
    public static final String VENUE = "plain";

    @Override
    public String venue() {
        return VENUE;
    }

    @Override
    public List<StreamConnection> connections(URI base, List<Instrument> instruments, Set<Channel> channels,
            int perConnection) {
        List<StreamConnection> connections = new ArrayList<>();
        for (int from = 0; from < instruments.size(); from += perConnection) {
            List<InstrumentId> part = instruments.subList(from, Math.min(instruments.size(), from + perConnection))
                    .stream().map(Instrument::id).toList();
            connections.add(new StreamConnection(VENUE + "/" + (connections.size() + 1), base, part, channels));
        }
        return connections;
    }

    @Override
    public Dialogue open(StreamConnection connection, List<Instrument> instruments) {
        return new PlainDialogue(connection, new HashMap<>());
    }

    @Override
    public Duration silenceMax() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Duration keepAliveEvery() {
        return Duration.ofMillis(50);
    }

    @Override
    public Duration lifeMax() {
        return Duration.ofHours(24);
    }

    @Override
    public VenueHistory history(URI restBase) {
        return new PlainHistory(restBase);
    }

    /** As the venue writes it. */
    public static String text(Trade trade) {
        return "T," + trade.instrument() + "," + trade.timeMs() + "," + trade.venueTradeId() + "," + trade.priceE8()
                + "," + trade.quantityE8() + "," + trade.takerBought();
    }

    /** As the venue writes it. */
    public static String text(Bar bar) {
        return bar.openTimeMs() + "," + bar.openE8() + "," + bar.highE8() + "," + bar.lowE8() + "," + bar.closeE8()
                + ","
                + bar.volumeE8() + "," + bar.takerBoughtE8();
    }

    private static Bar bar(InstrumentId instrument, String[] words, int at) {
        long[] numbers = Stream.of(words).skip(at).limit(7).mapToLong(Long::parseLong).toArray();
        return new Bar(instrument, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
    }

    private record PlainDialogue(StreamConnection connection, Map<InstrumentId, LocalBook> books)
            implements Dialogue {

        @Override
        public List<String> greeting() {
            return connection.instruments().stream().map(id -> "SUBSCRIBE," + id).toList();
        }

        @Override
        public Heard hear(String frame, long receivedAtMs) {
            String[] words = frame.split(",");
            return switch (words[0]) {
                case "T" -> event(new Trade(new InstrumentId(words[1]), Long.parseLong(words[2]),
                        Long.parseLong(words[3]), Long.parseLong(words[4]), Long.parseLong(words[5]),
                        Boolean.parseBoolean(words[6])));
                case "Q" -> event(new Quote(new InstrumentId(words[1]), Long.parseLong(words[2]),
                        Long.parseLong(words[3]), 1, Long.parseLong(words[4]), 1));
                case "O" -> Heard.withoutTime(new Quote(new InstrumentId(words[1]), receivedAtMs,
                        Long.parseLong(words[2]), 1, Long.parseLong(words[3]), 1));
                case "K" -> event(new VenueBar(bar(new InstrumentId(words[1]), words, 2), receivedAtMs, true));
                case "S" -> event(new StatusUpdate(new InstrumentId(words[1]), Long.parseLong(words[2]),
                        TradingStatus.valueOf(words[3])));
                case "H" -> Heard.NOTHING;
                case "B" -> level(new InstrumentId(words[1]), words, receivedAtMs);
                case "ASK" -> new Heard(List.of(), List.of("ANSWER," + words[1]), List.of());
                case "BYE" -> Heard.of(new StreamTrouble(StreamTrouble.Code.CONNECTION_ENDING, "", "as it said"));
                case "GAP" -> Heard.of(new StreamTrouble(StreamTrouble.Code.SEQUENCE_GAP, words[1], "a hole"));
                case "ERROR" -> Heard.of(new StreamTrouble(StreamTrouble.Code.VENUE_ERROR,
                        words.length > 1 ? words[1] : "", "refused"));
                case "HOLE" -> Heard.of(new StreamTrouble(StreamTrouble.Code.SEQUENCE_GAP, "", "a hole"));
                case "POISON" -> throw new IllegalStateException("no language is free of faults");
                default -> Heard.of(new StreamTrouble(StreamTrouble.Code.UNKNOWN_FRAME, "", frame));
            };
        }

        /** A level of a book: instrument, side, price, quantity. */
        private Heard level(InstrumentId instrument, String[] words, long receivedAtMs) {
            LocalBook book = books.computeIfAbsent(instrument, unseen -> new LocalBook(100));
            book.set(Side.valueOf(words[2]), Long.parseLong(words[3]), Long.parseLong(words[4]));
            book.heard(receivedAtMs);
            return Heard.NOTHING;
        }

        @Override
        public Optional<BookView> book(InstrumentId instrument) {
            return Optional.ofNullable(books.get(instrument));
        }

        private static Heard event(org.portcullis.market.MarketEvent event) {
            return Heard.of(List.of(event));
        }

        @Override
        public List<String> keepAlive() {
            return List.of("ALIVE");
        }

        @Override
        public Heard snapshot(InstrumentId instrument, String body, long receivedAtMs) {
            return hear(body, receivedAtMs);
        }
    }

    private record PlainHistory(URI base) implements VenueHistory {

        @Override
        public int barsMax() {
            return 100;
        }

        @Override
        public URI bars(Instrument instrument, long fromMs, long toMs) {
            return base.resolve("/bars?" + instrument.id() + "," + fromMs + "," + toMs);
        }

        @Override
        public List<Bar> readBars(Instrument instrument, String body) {
            return body.lines().map(line -> bar(instrument.id(), line.split(","), 0)).toList();
        }

        @Override
        public URI book(Instrument instrument) {
            return base.resolve("/book?" + instrument.id());
        }

        @Override
        public URI listings() {
            return base.resolve("/listings");
        }

        @Override
        public Listings readListings(String body) {
            return new Listings(List.of(), List.of());
        }
    }
}
