package org.portcullis.engine.time;

/**
 * One answer of a time server.
 *
 * @param server      who answered
 * @param offsetMs    its time minus our wall clock, in milliseconds
 * @param delayMs     how long the question was on its way and back, in milliseconds
 * @param boundMs     how far the offset can be wrong, in milliseconds: half the delay and what the server says of
 *                    itself, rounded up
 * @param takenAtMs   when, our wall clock, UTC milliseconds
 */
public record NtpSample(String server, double offsetMs, double delayMs, double boundMs, long takenAtMs) {
}
