package org.portcullis.market;

import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.store.StoreAddress;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.adapter.store.KeptArchive;

/**
 * The kept bars as a whole: what is brought in from files (B-D1) and how good it is (B-D7). It works on the table that
 * a warm start reads; rows are read and written as they come, so that any number needs the same memory.
 */
public interface BarArchive {

    /**
     * The bars kept in that database.
     *
     * @param nowMs now, UTC milliseconds: a minute that is not over by then is not kept
     */
    static BarArchive at(StoreAddress address, long nowMs) {
        return new KeptArchive(address.applicationDataSource(), nowMs);
    }

    /**
     * Keeps the bars of a stream, a batch at a time. A minute that is kept already stays as it is: so the same rows
     * given again add nothing, and an import that was cut off is ended by giving all of them again.
     *
     * @param wanted   which instruments may be kept; rows of others are refused as of another venue
     * @param progress told the rows read so far, after each batch
     */
    ImportReport take(BarStream rows, Predicate<InstrumentId> wanted, LongConsumer progress);

    /** The instruments of which bars are kept, by symbol. */
    Set<InstrumentId> instruments();

    /**
     * Looks through the kept bars of an instrument for holes, minutes that are there twice, and bars that the guard
     * rules would not believe.
     *
     * @param span     which time; {@link Span#ALL} from the first kept bar to the last
     * @param guards   a walk that has seen nothing of it
     * @param calendar when the instrument trades; nothing for always
     */
    SeriesReport check(InstrumentId instrument, Span span, BarWalk guards, @Nullable TradingCalendar calendar);

    /**
     * A stretch of time, UTC milliseconds.
     *
     * @param fromMs first moment; the smallest number for the first kept bar
     * @param toMs   first moment after it; the largest number for the end of the last kept bar
     */
    record Span(long fromMs, long toMs) {

        /** Everything that is kept. */
        public static final Span ALL = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

        public Span {
            if (fromMs >= toMs) {
                throw new IllegalArgumentException("a span ends after it begins");
            }
        }
    }

    /**
     * What an import did. {@code rows = added + present + refused}.
     *
     * @param rows     rows read, those refused included
     * @param added    bars that are kept now and were not before
     * @param present  rows whose minute was kept already, alike
     * @param refused  rows and files that were left out, by reason
     * @param examples the first rows of each reason, with file and line
     * @param symbols  the instruments of which bars were read
     * @param firstMs  open time of the oldest bar read, UTC milliseconds; 0 without one
     * @param lastMs   open time of the newest bar read
     */
    record ImportReport(long rows, long added, long present, java.util.Map<RefusalCode, Long> refused,
            List<String> examples, Set<InstrumentId> symbols, long firstMs, long lastMs) {

        public ImportReport {
            refused = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(refused));
            examples = List.copyOf(examples);
            symbols = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(symbols));
        }

        /** Whether every row could be used. */
        public boolean clean() {
            return refused.isEmpty();
        }
    }
}
