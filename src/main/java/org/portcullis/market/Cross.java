package org.portcullis.market;

import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line that crosses another one, or a level: it was on one side of it, or on it, at the last bar, and is beyond it
 * now.
 *
 * @param line   the line that crosses
 * @param other  the line that is crossed; nothing when a level is
 * @param level  the level that is crossed; 0 when a line is
 * @param upward whether it crosses from below
 */
public record Cross(Reading line, @Nullable Reading other, double level, boolean upward) implements Comparable<Cross> {

    private static final Comparator<Cross> ORDER = Comparator.comparing(Cross::line).thenComparing(Cross::toString);

    public Cross {
        Objects.requireNonNull(line, "line");
        if (!Double.isFinite(level) || other != null && level != 0) {
            throw new IllegalArgumentException("a line crosses another line or a level, and not " + level);
        }
    }

    /** Whether the line crossed, given where both stand and stood; never while one of the four is not known. */
    public boolean happened(double now, double before, double otherNow, double otherBefore) {
        return upward ? before <= otherBefore && now > otherNow : before >= otherBefore && now < otherNow;
    }

    @Override
    public int compareTo(Cross that) {
        return ORDER.compare(this, that);
    }

    @Override
    public String toString() {
        return line + (upward ? " crosses above " : " crosses below ")
                + (other == null ? Double.toString(level) : other);
    }
}
