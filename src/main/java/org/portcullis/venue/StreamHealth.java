package org.portcullis.venue;

import java.util.Map;
import java.util.Objects;

/**
 * How one connection to a venue's stream is, for people and figures.
 *
 * @param connection   its name, such as {@code binance-usdm/market/3}
 * @param instruments  how many instruments are heard on it
 * @param state        what it does
 * @param sinceMs      since when it does that, our time, UTC milliseconds
 * @param lastFrameMs  when its last frame came, our time, UTC milliseconds; 0 for never
 * @param frames       frames since the start
 * @param events       events in them
 * @param reconnects   how often it was opened anew after a failure
 * @param replacements how often it was replaced as planned
 * @param troubles     what was wrong since the start, by code
 * @param lastTrouble  the newest of it, for a person; empty for none
 */
public record StreamHealth(String connection, int instruments, State state, long sinceMs, long lastFrameMs,
        long frames, long events, long reconnects, long replacements, Map<String, Long> troubles,
        String lastTrouble) {

    /** What a connection does. */
    public enum State {
        /** It waits before it is opened anew. */
        WAITING,
        /** It is being opened, or is open and has not brought anything yet. */
        OPENING,
        /** It brings data. */
        LIVE,
        /** The feed has ended. */
        STOPPED
    }

    public StreamHealth {
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(state, "state");
        troubles = Map.copyOf(troubles);
    }
}
