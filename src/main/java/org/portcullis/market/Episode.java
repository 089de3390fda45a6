package org.portcullis.market;

import java.util.Objects;

/**
 * Something that happens to a generated market.
 *
 * @param kind       what happens
 * @param fromMinute first minute it happens in, counted from the start of the generated span
 * @param minutes    how long it lasts
 */
public record Episode(Kind kind, int fromMinute, int minutes) {

    public Episode {
        Objects.requireNonNull(kind, "kind");
        if (fromMinute < 0 || minutes < 1) {
            throw new IllegalArgumentException("an episode begins at minute 0 or later and lasts a minute or more");
        }
    }

    /** True in the minutes it happens in. */
    public boolean covers(int minute) {
        return minute >= fromMinute && minute < fromMinute + minutes;
    }

    /** The kinds of trouble and of weather that rules must meet. */
    public enum Kind {
        /** Prices drift up, volume above normal. */
        TREND_UP,
        /** Prices drift down, volume above normal. */
        TREND_DOWN,
        /** Prices swing around where they were when it began. */
        CHOP,
        /** Prices fall fast on heavy volume. */
        CRASH,
        /** One direction decides itself: a burst of volume and a strong minute up. */
        BURST,
        /** Minutes are missing. */
        GAP,
        /** Nothing is traded: the price stands still and the volume is zero. */
        LOW_LIQUIDITY,
        /** A bad tick: all prices of the minute times ten. */
        TICK_TIMES_TEN,
        /** A bad tick: a price of zero. */
        TICK_ZERO,
        /** A bad tick: high and low in the wrong order. */
        TICK_HIGH_BELOW_LOW,
        /** A bar of five minutes ago comes a second time. */
        TIME_BACK
    }
}
