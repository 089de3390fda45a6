package org.portcullis.market;

/**
 * How a warm start went.
 *
 * @param feed name of the feed that began with it
 * @param instruments instruments of which something was kept
 * @param wanted instruments of the feed
 * @param bars bars that were shown
 * @param millis wall time from its first look into the database until everything was warm
 * @param readyAtMs when that was, wall clock, UTC milliseconds
 */
public record WarmReport(String feed, int instruments, int wanted, long bars, long millis, long readyAtMs) {
}
