package org.portcullis.venue.stream;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.portcullis.market.Instrument;

/** One venue's market data language. Knows the wire, opens no connection, reads no clock. */
public interface VenueLanguage {

    /** Lower-case name of the venue as {@code rules/instruments.yaml} has it, such as {@code binance-usdm}. */
    String venue();

    /**
     * The connections needed to listen to those instruments.
     *
     * @param base            where the venue listens, such as {@code wss://fstream.binance.com}
     * @param perConnection   most instruments on one connection, at least 1 (S3-04: 50)
     */
    List<StreamConnection> connections(URI base, List<Instrument> instruments, Set<Channel> channels,
            int perConnection);

    /** Begins to speak on a connection that has just been opened; each opening gets a dialogue of its own. */
    Dialogue open(StreamConnection connection, List<Instrument> instruments);

    /** How long a healthy connection of this venue can be silent; longer means that it is dead (half-open). */
    Duration silenceMax();

    /** How often {@link Dialogue#keepAlive} is sent; of no meaning where that is empty. */
    default Duration keepAliveEvery() {
        return Duration.ofSeconds(20);
    }

    /** How long a connection may live before it is replaced by a fresh one, ahead of the venue cutting it. */
    Duration lifeMax();

    /** How to fetch history from the venue's public REST side. */
    VenueHistory history(URI restBase);
}
