package org.portcullis.venue.adapter.stream;

import java.util.List;
import org.portcullis.venue.StreamHealth;
import org.portcullis.venue.StreamsView;

/**
 * Has our books compared when connections to a venue are back after a failure (SX-01): what happened meanwhile may not
 * have been heard. A planned replacement loses nothing and is left alone.
 */
final class ReconnectWatch {

    private final StreamsView streams;
    private final Runnable compare;
    private long compared;

    /** @param compare called once when all connections are live again after at least one was opened anew */
    ReconnectWatch(StreamsView streams, Runnable compare) {
        this.streams = streams;
        this.compare = compare;
    }

    void look() {
        List<StreamHealth> now = streams.streams();
        long reconnects = now.stream().mapToLong(StreamHealth::reconnects).sum();
        boolean live = now.stream().allMatch(one -> one.state() == StreamHealth.State.LIVE);
        if (reconnects < compared) {
            // the feed was started anew and counts from nothing
            compared = 0;
        }
        if (reconnects > compared && live) {
            compared = reconnects;
            compare.run();
        }
    }
}
