package org.portcullis.strategy;

/**
 * What a strategy holds of an instrument.
 *
 * @param direction  1 when long, -1 when short, 0 when nothing is held
 * @param entryE8    average price of its entry, in 10<sup>-8</sup> of the quote currency; 0 when nothing is held
 * @param openedAtMs event time of its first fill, UTC milliseconds; 0 when nothing is held
 */
public record HeldPosition(int direction, long entryE8, long openedAtMs) {

    /** Nothing is held. */
    public static final HeldPosition NOTHING = new HeldPosition(0, 0, 0);

    public HeldPosition {
        if (Math.abs(direction) > 1 || direction != 0 && entryE8 <= 0) {
            throw new IllegalArgumentException("a position is long (1) or short (-1) from a price, not " + direction
                    + " from " + entryE8);
        }
    }
}
