package org.portcullis.signal;

/**
 * How an expected webhook source is.
 *
 * @param expected what is expected of it
 * @param sinceMs its last call since the start, else when counting began, UTC milliseconds
 * @param heard whether it has called since the start
 * @param silentMs for how long it has been silent, open hours only, milliseconds
 */
public record SourceState(ExpectedCalls expected, long sinceMs, boolean heard, long silentMs) {

    /** Whether it has been silent for longer than expected; exactly as long is still good. */
    public boolean silent() {
        return silentMs > expected.every().toMillis();
    }
}
