package org.portcullis.market;

import java.util.List;
import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * What the streams of one venue brought since the last batch, in the order it came.
 *
 * @param venueNowMs the venue's time as we know it, when everything up to it has been handed over, UTC milliseconds
 * @param items      what came
 */
public record MarketBatch(long venueNowMs, List<Item> items) {

    public MarketBatch {
        items = List.copyOf(items);
    }

    /** One thing that a stream brought, or what happened to the stream. */
    public sealed interface Item {

        /** What it is about. */
        InstrumentId instrument();
    }

    /**
     * The venue said something.
     *
     * @param event        what
     * @param receivedAtMs when it came, by the venue's clock as we know it, UTC milliseconds
     */
    public record Told(MarketEvent event, long receivedAtMs) implements Item {

        public Told {
            Objects.requireNonNull(event, "event");
        }

        @Override
        public InstrumentId instrument() {
            return event.instrument();
        }
    }

    /**
     * From that moment on every trade of the instrument is heard.
     *
     * @param instrument whose trades
     * @param fromMs     since when, by the venue's clock, UTC milliseconds
     */
    public record Covered(InstrumentId instrument, long fromMs) implements Item {
    }

    /**
     * A connection that carried the instrument's trades was lost.
     *
     * @param instrument whose trades
     * @param sinceMs    when it was last heard, by the venue's clock, UTC milliseconds
     */
    public record Uncovered(InstrumentId instrument, long sinceMs) implements Item {
    }

    /**
     * The venue's own bars, asked for because some were missing.
     *
     * @param instrument whose bars
     * @param fromMs     first minute asked for, UTC milliseconds
     * @param toMs       first minute not asked for any more, UTC milliseconds
     * @param askedAtMs  when it was asked, by the venue's clock, UTC milliseconds
     * @param bars       closed bars, oldest first; a minute without one had no trades, or is not ready yet
     */
    public record Fetched(InstrumentId instrument, long fromMs, long toMs, long askedAtMs, List<Bar> bars)
            implements Item {

        public Fetched {
            bars = List.copyOf(bars);
        }
    }
}
