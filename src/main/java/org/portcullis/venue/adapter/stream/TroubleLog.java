package org.portcullis.venue.adapter.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what is wrong once a minute for each kind, with how often it was in between. One thread. */
final class TroubleLog {

    private static final Logger LOG = LoggerFactory.getLogger(TroubleLog.class);
    private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Map<String, Said> said = new HashMap<>();

    private static final class Said {
        private long atNanos;
        private long since;
    }

    /** Says it, or keeps it for the next minute. */
    void say(String kind, String about, String text, long nowNanos) {
        Said before = said.get(kind);
        if (before == null) {
            before = new Said();
            before.atNanos = nowNanos - MINUTE_NANOS;
            said.put(kind, before);
        }
        if (nowNanos - before.atNanos < MINUTE_NANOS) {
            before.since++;
            return;
        }
        LOG.warn("{} {}: {}{}", kind, about, text,
                before.since == 0 ? "" : " (and " + before.since + " more since the last time)");
        before.atNanos = nowNanos;
        before.since = 0;
    }
}
