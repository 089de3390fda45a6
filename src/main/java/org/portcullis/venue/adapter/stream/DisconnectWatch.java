package org.portcullis.venue.adapter.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.venue.StreamHealth;
import org.portcullis.venue.StreamsView;

/**
 * Notices that a connection to a venue which brought data brings none any more (B-R14): it waits, is opened anew, or
 * was lost and came back between two looks. A planned replacement and the end of the feed are none.
 */
final class DisconnectWatch {

    private final StreamsView streams;
    private final FlapWatch.Hearing hearing;
    private final LongSupplier nowMs;
    private final Map<String, Long> live = new HashMap<>();

    /** @param nowMs event time, UTC milliseconds */
    DisconnectWatch(StreamsView streams, FlapWatch.Hearing hearing, LongSupplier nowMs) {
        this.streams = streams;
        this.hearing = hearing;
        this.nowMs = nowMs;
    }

    void look() {
        for (StreamHealth stream : streams.streams()) {
            String connection = stream.connection();
            @Nullable Long since = live.remove(connection);
            boolean brings = stream.state() == StreamHealth.State.LIVE;
            boolean ended = stream.state() == StreamHealth.State.STOPPED;
            if (since != null && !ended && (!brings || stream.reconnects() > since)) {
                long atMs = nowMs.getAsLong();
                hearing.lost(FlapWatch.venue(connection), "disconnect " + connection + " " + atMs, atMs);
            }
            if (brings) {
                live.put(connection, stream.reconnects());
            }
        }
    }
}
