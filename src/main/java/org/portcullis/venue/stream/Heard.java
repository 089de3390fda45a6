package org.portcullis.venue.stream;

import java.util.List;
import org.portcullis.market.MarketEvent;

/**
 * What one frame meant. A frame is never dropped silently: it yields events, or is known to carry none, or is trouble.
 *
 * @param events   what happened, in the order of the frame
 * @param replies  frames to send back now, such as a pong or a further subscription
 * @param troubles what was wrong
 */
public record Heard(List<MarketEvent> events, List<String> replies, List<StreamTrouble> troubles) {

    /** A frame that is known and carries nothing for us, such as the answer to a subscription. */
    public static final Heard NOTHING = new Heard(List.of(), List.of(), List.of());

    public Heard {
        events = List.copyOf(events);
        replies = List.copyOf(replies);
        troubles = List.copyOf(troubles);
    }

    /** A frame that only told events. */
    public static Heard of(List<MarketEvent> events) {
        return new Heard(events, List.of(), List.of());
    }

    /** A frame that was only trouble. */
    public static Heard of(StreamTrouble trouble) {
        return new Heard(List.of(), List.of(), List.of(trouble));
    }
}
