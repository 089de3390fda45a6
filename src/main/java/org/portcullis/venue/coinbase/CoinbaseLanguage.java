package org.portcullis.venue.coinbase;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.portcullis.market.Instrument;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Dialogue;
import org.portcullis.venue.stream.StreamConnection;
import org.portcullis.venue.stream.VenueHistory;
import org.portcullis.venue.stream.VenueLanguage;
import org.portcullis.venue.wire.Addresses;
import org.portcullis.venue.wire.ListedFees;

/**
 * Coinbase's market data, without a key. The venue's own candles are of five minutes, so that it has no bars for us on
 * the stream: ours come from its trades, and holes are filled over REST.
 */
public final class CoinbaseLanguage implements VenueLanguage {

    private static final Set<Channel> SPOKEN = Set.of(Channel.TRADES, Channel.QUOTES, Channel.BOOK, Channel.STATUS);

    /** Others were refused with "too many L2 streams" at twice as many. */
    private static final int BOOKS_MAX = 16;

    private final ListedFees fees;

    /** Streams are at {@code wss://advanced-trade-ws.coinbase.com}. */
    public CoinbaseLanguage(ListedFees fees) {
        this.fees = fees;
    }

    @Override
    public String venue() {
        return "coinbase-spot";
    }

    @Override
    public List<StreamConnection> connections(URI base, List<Instrument> instruments, Set<Channel> channels,
            int perConnection) {
        int most = channels.contains(Channel.BOOK) ? Math.min(perConnection, BOOKS_MAX) : perConnection;
        return Addresses.connections(venue(), base, instruments, channels, SPOKEN, most);
    }

    @Override
    public Dialogue open(StreamConnection connection, List<Instrument> instruments) {
        return new CoinbaseDialogue(connection, instruments);
    }

    /** Heartbeats come every second; after five without one the connection is dead. */
    @Override
    public Duration silenceMax() {
        return Duration.ofSeconds(5);
    }

    /** The venue names no limit; a fresh connection a day keeps the way there in use. */
    @Override
    public Duration lifeMax() {
        return Duration.ofHours(24);
    }

    @Override
    public VenueHistory history(URI restBase) {
        return new CoinbaseHistory(restBase, fees);
    }
}
