package org.portcullis.engine.time;

import java.util.Map;

/**
 * How well the time is known, for people and for the gate before live trading (S2-REQ-TIME1).
 *
 * @param synced        whether a time server has answered; without one the wall clock is believed
 * @param server        who answered last; empty when none did
 * @param offsetMs      what the wall clock is corrected by, in milliseconds
 * @param boundMs       how far our time can be wrong, in milliseconds; infinite while nobody has answered
 * @param lastAnswerMs  when a server answered last, wall clock, UTC milliseconds; 0 for never
 * @param heldMs        how long time stands still because the clock was set back, in milliseconds
 * @param venueMs       our clock minus each venue's, shortest travel time included, in milliseconds
 */
public record ClockDrift(boolean synced, String server, double offsetMs, double boundMs, long lastAnswerMs,
        long heldMs, Map<String, Long> venueMs) {

    public ClockDrift {
        venueMs = Map.copyOf(venueMs);
    }

    /** How far the wall clock may be off, the error of the measurement included; milliseconds, rounded up. */
    public long offMs() {
        return synced ? (long) Math.ceil(Math.abs(offsetMs) + boundMs) : Long.MAX_VALUE;
    }
}
