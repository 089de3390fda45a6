package org.portcullis.venue.wire;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.StreamConnection;

/** Small things that every language does with addresses and lists. */
public final class Addresses {

    private Addresses() {
    }

    /** An address below another one, whether that ends in a slash or not. */
    public static URI below(URI base, String path) {
        String text = base.toString();
        return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
    }

    /**
     * A list in pieces of {@code most} elements or fewer, in its order.
     *
     * @throws IllegalArgumentException when {@code most} is below 1
     */
    public static <T> List<List<T>> pieces(List<T> whole, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("pieces of " + most);
        }
        List<List<T>> pieces = new ArrayList<>();
        for (int from = 0; from < whole.size(); from += most) {
            pieces.add(List.copyOf(whole.subList(from, Math.min(whole.size(), from + most))));
        }
        return pieces;
    }

    /**
     * Connections of a venue that listens at one address: so many instruments on each, all the channels that it speaks.
     *
     * @param wanted what is to be heard; what is not in {@code spoken} is left out
     */
    public static List<StreamConnection> connections(String venue, URI base, List<Instrument> instruments,
            Set<Channel> wanted, Set<Channel> spoken, int perConnection) {
        Set<Channel> heard = EnumSet.noneOf(Channel.class);
        wanted.stream().filter(spoken::contains).forEach(heard::add);
        List<StreamConnection> connections = new ArrayList<>();
        if (!heard.isEmpty()) {
            for (List<InstrumentId> part : pieces(instruments.stream().map(Instrument::id).toList(), perConnection)) {
                connections.add(new StreamConnection(venue + "/" + (connections.size() + 1), base, part, heard));
            }
        }
        return connections;
    }
}
