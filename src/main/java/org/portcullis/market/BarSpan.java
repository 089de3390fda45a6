package org.portcullis.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.market.domain.bars.SpanRoller;

/** Lengths of bars that are put together from minute bars; every window begins at a whole multiple of it, UTC. */
public enum BarSpan {
    M5(5, "5m"), M15(15, "15m"), H1(60, "1h"), H4(240, "4h"), D1(1_440, "1d");

    private final int minutes;
    private final String word;

    BarSpan(int minutes, String word) {
        this.minutes = minutes;
        this.word = word;
    }

    /** The span that is written so, such as {@code 15m}; none for another word. */
    public static Optional<BarSpan> of(String word) {
        return Stream.of(values()).filter(span -> span.word.equals(word)).findFirst();
    }

    /** How it is written: {@code 5m}, {@code 15m}, {@code 1h}, {@code 4h}, {@code 1d}. */
    public String word() {
        return word;
    }

    /**
     * The windows of some minutes of one instrument, the last of them as far as it has come.
     *
     * @param minutes oldest first
     */
    public List<SpanBar> of(List<Bar> minutes) {
        SpanRoller roller = new SpanRoller(this);
        List<SpanBar> windows = new ArrayList<>();
        minutes.forEach(minute -> windows.addAll(roller.take(minute)));
        roller.open().ifPresent(windows::add);
        return windows;
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
