package org.portcullis.market;

/**
 * Told within this process when a replay has shown its last frame and everything that it caused has ended.
 *
 * @param feed which feed it was
 * @param source the files, or the seeded data
 * @param frames frames shown
 * @param bars bars shown
 * @param refused rows of the source that could not be used
 * @param elapsedNanos wall time from the first frame to the end
 */
public record ReplayEnded(String feed, String source, long frames, long bars, long refused, long elapsedNanos) {
}
