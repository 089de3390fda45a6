package org.portcullis.market;

/** Which number of a bar an indicator of one number takes. */
public enum PriceSource {
    OPEN, HIGH, LOW, CLOSE, VOLUME,
    /** Middle of the bar: (high + low) / 2. */
    HL2,
    /** Typical price: (high + low + close) / 3. */
    HLC3,
    /** Mean of the four prices. */
    OHLC4;

    /** That number of a bar. */
    public double of(double open, double high, double low, double close, double volume) {
        return switch (this) {
            case OPEN -> open;
            case HIGH -> high;
            case LOW -> low;
            case CLOSE -> close;
            case VOLUME -> volume;
            case HL2 -> (high + low) / 2;
            case HLC3 -> (high + low + close) / 3;
            case OHLC4 -> (open + high + low + close) / 4;
        };
    }
}
