package org.portcullis.market;

import java.util.Locale;
import java.util.Optional;

/** What can happen on a bar and is remembered for some time, by the names that rules use (B-S4). Never renamed. */
public enum Happening {
    /** A fair value gap upwards was completed. */
    GAP_UP,
    GAP_DOWN,
    /** Structure broke with the trend. */
    BREAK_UP,
    BREAK_DOWN,
    /** Structure broke against the trend. */
    CHARACTER_UP,
    CHARACTER_DOWN,
    /** An order block was formed. */
    BLOCK_UP,
    BLOCK_DOWN,
    /** Price returned to a whole order block. */
    RETEST_UP,
    RETEST_DOWN,
    /** Lows were swept, and price closed back above. */
    SWEEP_LOW,
    /** Highs were swept, and price closed back below. */
    SWEEP_HIGH,
    /** A level was broken upwards, truly or falsely. */
    BREAKOUT_UP,
    BREAKOUT_DOWN,
    /** A pool of stops under lows was reclaimed. */
    RECLAIM_LOW,
    /** A pool of stops over highs was reclaimed. */
    RECLAIM_HIGH,
    /** A displacement confirmed the turn at a pool of lows. */
    ARMED_LOW,
    ARMED_HIGH;

    /** Its name in rules, such as {@code sweep-low}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of that name. */
    public static Optional<Happening> of(String word) {
        for (Happening one : values()) {
            if (one.word().equals(word)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
