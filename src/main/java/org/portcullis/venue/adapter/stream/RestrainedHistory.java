package org.portcullis.venue.adapter.stream;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.portcullis.venue.stream.HistoryClient;

/**
 * Leaves a venue alone for as long as it wants to be, whoever asks: who goes on asking while banned is banned for
 * longer. Meanwhile every question is refused here, with the rest of the pause. Any thread.
 */
final class RestrainedHistory implements HistoryClient {

    private final HistoryClient venue;
    private final LongSupplier stopwatchNanos;
    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

    private record Pause(int status, long untilNanos) {
    }

    /** @param stopwatchNanos a clock that only measures, in nanoseconds */
    RestrainedHistory(HistoryClient venue, LongSupplier stopwatchNanos) {
        this.venue = venue;
        this.stopwatchNanos = stopwatchNanos;
    }

    @Override
    public String get(URI address, Map<String, String> headers) throws IOException, InterruptedException {
        String host = String.valueOf(address.getAuthority());
        Pause pause = pauses.get(host);
        long left = pause == null ? 0 : pause.untilNanos() - stopwatchNanos.getAsLong();
        if (pause != null && left > 0) {
            throw new Refused(pause.status(), Duration.ofNanos(left), "not asked: " + host
                    + " wants to be left alone for " + Duration.ofNanos(left).toMillis() + " ms more");
        }
        try {
            return venue.get(address, headers);
        } catch (Refused refused) {
            if (!refused.pause().isZero()) {
                long untilNanos = stopwatchNanos.getAsLong() + refused.pause().toNanos();
                pauses.merge(host, new Pause(refused.status(), untilNanos),
                        (known, told) -> told.untilNanos() - known.untilNanos() > 0 ? told : known);
            }
            throw refused;
        }
    }
}
