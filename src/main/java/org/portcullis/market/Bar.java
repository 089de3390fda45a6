package org.portcullis.market;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * What an instrument's price did in one minute, as its source told it. A bar may be bad: whether it can be believed is
 * said by the guard rules, not by this type.
 *
 * @param instrument what was traded
 * @param openTimeMs first instant of the minute, UTC milliseconds since 1970
 * @param openE8     first price, in 10<sup>-8</sup> of the quote currency
 * @param highE8     highest price, in 10<sup>-8</sup>
 * @param lowE8      lowest price, in 10<sup>-8</sup>
 * @param closeE8    last price, in 10<sup>-8</sup>
 * @param volumeE8   traded amount in 10<sup>-8</sup> of the base unit (contracts for futures)
 * @param takerBoughtE8 part of the volume whose buyers took from the book, in 10<sup>-8</sup>; -1 when untold
 */
public record Bar(InstrumentId instrument, long openTimeMs, long openE8, long highE8, long lowE8, long closeE8,
        long volumeE8, long takerBoughtE8) {

    /** Length of every bar, in milliseconds: one minute. */
    public static final long INTERVAL_MS = 60_000;

    public Bar {
        Objects.requireNonNull(instrument, "instrument");
    }

    /** A bar whose source does not tell who took from the book. */
    public Bar(InstrumentId instrument, long openTimeMs, long openE8, long highE8, long lowE8, long closeE8,
            long volumeE8) {
        this(instrument, openTimeMs, openE8, highE8, lowE8, closeE8, volumeE8, -1);
    }

    /** First instant after the bar, UTC milliseconds: the moment at which the bar can be known. */
    public long closeTimeMs() {
        return openTimeMs + INTERVAL_MS;
    }
}
