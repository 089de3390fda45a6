package org.portcullis.venue.tradovate;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Dialogue;
import org.portcullis.venue.stream.StreamConnection;
import org.portcullis.venue.stream.VenueHistory;
import org.portcullis.venue.stream.VenueLanguage;
import org.portcullis.venue.wire.Addresses;

/**
 * Tradovate's market data. It needs a token: a read-only one, asked for when a connection opens and said to nobody but
 * the venue.
 */
public final class TradovateLanguage implements VenueLanguage {

    private static final Set<Channel> SPOKEN = Set.of(Channel.TRADES, Channel.QUOTES, Channel.BARS, Channel.BOOK);

    private final Supplier<String> token;
    private final Function<InstrumentId, String> contracts;
    private final Instrument root;

    /**
     * A language for the contracts of one root. Streams are at {@code wss://md.tradovateapi.com/v1/websocket}.
     *
     * @param token     gives the market data access token of this moment
     * @param contracts the contract that an instrument means today, such as {@code MNQZ6} for {@code MNQ}; a contract
     *                  means itself
     * @param root      the terms of that root: steps, multiplier, fees
     */
    public TradovateLanguage(Supplier<String> token, Function<InstrumentId, String> contracts, Instrument root) {
        this.token = token;
        this.contracts = contracts;
        this.root = root;
    }

    @Override
    public String venue() {
        return "tradovate";
    }

    @Override
    public List<StreamConnection> connections(URI base, List<Instrument> instruments, Set<Channel> channels,
            int perConnection) {
        return Addresses.connections(venue(), base, instruments, channels, SPOKEN, perConnection);
    }

    @Override
    public Dialogue open(StreamConnection connection, List<Instrument> instruments) {
        return new TradovateDialogue(connection, instruments, contracts, token);
    }

    /** The venue drops clients that say nothing. */
    @Override
    public Duration keepAliveEvery() {
        return Duration.ofMillis(2_500);
    }

    /** The venue's heartbeats come every 2.5 s; four missing mean that nobody is there. */
    @Override
    public Duration silenceMax() {
        return Duration.ofSeconds(10);
    }

    /** A token lives 90 minutes. */
    @Override
    public Duration lifeMax() {
        return Duration.ofMinutes(80);
    }

    @Override
    public VenueHistory history(URI restBase) {
        return new TradovateHistory(restBase, root, token);
    }
}
