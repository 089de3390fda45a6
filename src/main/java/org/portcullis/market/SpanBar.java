package org.portcullis.market;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * What an instrument's price did in a window longer than a minute: {@code [openTimeMs, openTimeMs + span)}.
 *
 * @param span          how long the window is
 * @param instrument    what was traded
 * @param openTimeMs    first instant of the window, UTC milliseconds
 * @param openE8        open of its first minute, in 10<sup>-8</sup> of the quote currency
 * @param highE8        highest price, in 10<sup>-8</sup>
 * @param lowE8         lowest price, in 10<sup>-8</sup>
 * @param closeE8       close of its last minute, in 10<sup>-8</sup>
 * @param volumeE8      traded amount, in 10<sup>-8</sup> of the base unit
 * @param takerBoughtE8 part of it whose buyers took from the book, in 10<sup>-8</sup>; -1 when any minute does not tell
 * @param minutes       how many of its minutes were there; fewer than {@link BarSpan#minutes} when some are missing
 */
public record SpanBar(BarSpan span, InstrumentId instrument, long openTimeMs, long openE8, long highE8, long lowE8,
        long closeE8, long volumeE8, long takerBoughtE8, int minutes) {

    public SpanBar {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(instrument, "instrument");
    }

    /** First instant after the window, UTC milliseconds. */
    public long closeTimeMs() {
        return openTimeMs + span.millis();
    }

    /** Whether every minute of the window was there. */
    public boolean whole() {
        return minutes == span.minutes();
    }
}
