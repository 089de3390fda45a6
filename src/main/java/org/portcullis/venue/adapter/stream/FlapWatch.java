package org.portcullis.venue.adapter.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.portcullis.venue.StreamHealth;
import org.portcullis.venue.StreamsView;

/**
 * Tells the breakers of every connection to a venue that was lost and opened anew (S2-CB2). A planned replacement is
 * none.
 */
final class FlapWatch {

    /** Hears of lost connections. */
    @FunctionalInterface
    interface Hearing {

        /** @param lossId the same loss is told once under it */
        void lost(String venue, String lossId, long atMs);
    }

    private final StreamsView streams;
    private final Hearing hearing;
    private final LongSupplier nowMs;
    private final Map<String, Long> told = new HashMap<>();

    /** @param nowMs event time, UTC milliseconds */
    FlapWatch(StreamsView streams, Hearing hearing, LongSupplier nowMs) {
        this.streams = streams;
        this.hearing = hearing;
        this.nowMs = nowMs;
    }

    void look() {
        for (StreamHealth stream : streams.streams()) {
            long known = told.getOrDefault(stream.connection(), 0L);
            for (long loss = known + 1; loss <= stream.reconnects(); loss++) {
                long atMs = nowMs.getAsLong();
                hearing.lost(venue(stream.connection()), stream.connection() + " " + loss + " " + atMs, atMs);
            }
            told.put(stream.connection(), stream.reconnects());
        }
    }

    /** The venue that a connection is named after. */
    static String venue(String connection) {
        int slash = connection.indexOf('/');
        return slash < 0 ? connection : connection.substring(0, slash);
    }
}
