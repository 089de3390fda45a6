package org.portcullis.venue.stream;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.portcullis.kernel.InstrumentId;

/**
 * One connection to open: part of the instruments, at one address.
 *
 * @param name        short and unique, such as {@code binance-usdm/market/3}, for logs and figures
 * @param address     where to connect, {@code ws} or {@code wss}
 * @param instruments who is heard on it, in a fixed order
 * @param channels    what is heard on it
 */
public record StreamConnection(String name, URI address, List<InstrumentId> instruments, Set<Channel> channels) {

    public StreamConnection {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        instruments = List.copyOf(instruments);
        channels = Set.copyOf(channels);
    }
}
