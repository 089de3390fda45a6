package org.portcullis.market;

/** Lengths of bars that are put together from minute bars; every window begins at a whole multiple of it, UTC. */
public enum BarSpan {
    M5(5), M15(15), H1(60), H4(240), D1(1_440);

    private final int minutes;

    BarSpan(int minutes) {
        this.minutes = minutes;
    }

    /** How many minutes a window has. */
    public int minutes() {
        return minutes;
    }

    /** Length of a window, in milliseconds. */
    public long millis() {
        return minutes * Bar.INTERVAL_MS;
    }

    /** First instant of the window that a moment lies in; both UTC milliseconds. */
    public long windowOf(long timeMs) {
        return Math.floorDiv(timeMs, millis()) * millis();
    }
}
