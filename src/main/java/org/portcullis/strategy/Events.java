package org.portcullis.strategy;

import java.util.Objects;
import org.portcullis.market.ReadingsSeen;

/**
 * B-S4: how many bars ago things happened to an instrument, as a fact for rules: {@code Events( barsSince("sweep-low")
 * <= $p.number("window-bars"), barsSince("break-down") > barsSince("sweep-low") )} says that lows were swept within the
 * window and structure has not broken downwards since. Names are those of {@link org.portcullis.market.Happening} and
 * of the crosses that the pack declares under {@code events:}.
 *
 * @param bars bars since each, 0 for this bar; those that are not there never happened
 */
public record Events(NamedNumbers bars) {

    public Events {
        Objects.requireNonNull(bars, "bars");
    }

    /**
     * Bars since it happened last, 0 when on this bar; {@link ReadingsSeen#NEVER}, more than any limit, when not within
     * the last {@link ReadingsSeen#MEMORY_BARS} bars of an unbroken series.
     */
    public int barsSince(String name) {
        double since = bars.number(name);
        return Double.isNaN(since) ? ReadingsSeen.NEVER : (int) since;
    }
}
