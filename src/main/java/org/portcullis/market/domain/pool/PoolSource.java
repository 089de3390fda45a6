package org.portcullis.market.domain.pool;

/**
 * Where the level of a pool comes from (SMC B1), from the weakest to the strongest: when two levels are merged the
 * stronger source stays.
 */
public enum PoolSource {
    SWING_LOW(1, false),
    SWING_HIGH(-1, false),
    OPENING_RANGE_SHORT_LOW(1, false),
    OPENING_RANGE_SHORT_HIGH(-1, false),
    OPENING_RANGE_LONG_LOW(1, false),
    OPENING_RANGE_LONG_HIGH(-1, false),
    EQUAL_LOWS(1, false),
    EQUAL_HIGHS(-1, false),
    ASIA_LOW(1, true),
    ASIA_HIGH(-1, true),
    LONDON_LOW(1, true),
    LONDON_HIGH(-1, true),
    PREVIOUS_DAY_LOW(1, true),
    PREVIOUS_DAY_HIGH(-1, true),
    PREVIOUS_WEEK_LOW(1, true),
    PREVIOUS_WEEK_HIGH(-1, true);

    private final int direction;
    private final boolean higherTimeFrame;

    PoolSource(int direction, boolean higherTimeFrame) {
        this.direction = direction;
        this.higherTimeFrame = higherTimeFrame;
    }

    /** 1 for levels below price, whose sweep is an idea to buy, -1 for levels above it. */
    public int direction() {
        return direction;
    }

    /** Whether the level is seen by those who trade slower charts. */
    public boolean higherTimeFrame() {
        return higherTimeFrame;
    }
}
