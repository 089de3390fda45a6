package org.portcullis.venue.stream;

import java.util.List;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.MarketEvent;
import org.portcullis.market.Quote;

/**
 * What one frame meant. A frame is never dropped silently: it yields events, or is known to carry none, or is trouble.
 *
 * @param events   what happened, in the order of the frame
 * @param replies  frames to send back now, such as a pong or a further subscription
 * @param troubles what was wrong
 * @param stampedHere whether the events are quotes that the venue gave no time: they bear that of their receipt, ours
 * @param confirmed whose trades the venue has said it sends from now on; of others the first trade says so
 */
public record Heard(List<MarketEvent> events, List<String> replies, List<StreamTrouble> troubles,
        boolean stampedHere, List<InstrumentId> confirmed) {

    /** A frame that is known and carries nothing for us, such as the answer to a subscription. */
    public static final Heard NOTHING = new Heard(List.of(), List.of(), List.of());

    public Heard {
        events = List.copyOf(events);
        replies = List.copyOf(replies);
        troubles = List.copyOf(troubles);
        confirmed = List.copyOf(confirmed);
    }

    /** A frame whose events bear the venue's time and that confirmed nothing. */
    public Heard(List<MarketEvent> events, List<String> replies, List<StreamTrouble> troubles) {
        this(events, replies, troubles, false, List.of());
    }

    /** A frame that told a quote without a time; it bears that of its receipt. */
    public static Heard withoutTime(Quote quote) {
        return new Heard(List.of(quote), List.of(), List.of(), true, List.of());
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
