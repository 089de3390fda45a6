package org.portcullis.market.adapter.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarArchive;
import org.portcullis.market.ReadBar;
import org.portcullis.market.RefusalCode;

/** One import: sorts rows into those that are kept and those that are refused, each refusal counted and named. */
final class BarImport {

    private static final int BATCH = 10_000;
    private static final int EXAMPLES_OF_EACH = 5;
    private static final String LEFT_OUT = "row left out";

    private final BarRows rows;
    private final Predicate<InstrumentId> wanted;
    private final long nowMs;
    private final LongConsumer progress;
    private final List<ReadBar.Good> batch = new ArrayList<>(BATCH);
    private final Map<RefusalCode, Long> refused = new EnumMap<>(RefusalCode.class);
    private final List<String> examples = new ArrayList<>();
    private final Set<InstrumentId> symbols = new HashSet<>();
    private long read;
    private long added;
    private long present;
    private long firstMs = Long.MAX_VALUE;
    private long lastMs = Long.MIN_VALUE;

    BarImport(BarRows rows, Predicate<InstrumentId> wanted, long nowMs, LongConsumer progress) {
        this.rows = rows;
        this.wanted = wanted;
        this.nowMs = nowMs;
        this.progress = progress;
    }

    void take(ReadBar row) {
        read++;
        if (row instanceof ReadBar.Refused unusable) {
            refuse(unusable);
        } else if (row instanceof ReadBar.Good good) {
            sort(good);
        }
    }

    BarArchive.ImportReport end() {
        write();
        boolean any = lastMs != Long.MIN_VALUE;
        return new BarArchive.ImportReport(read, added, present, refused, examples, symbols, any ? firstMs : 0,
                any ? lastMs : 0);
    }

    private void sort(ReadBar.Good good) {
        Bar bar = good.bar();
        if (bar.openTimeMs() % Bar.INTERVAL_MS != 0) {
            refuse(good, RefusalCode.OFF_MINUTE, "open time " + bar.openTimeMs() + " is no full minute");
        } else if (bar.closeTimeMs() > nowMs) {
            refuse(good, RefusalCode.IN_FUTURE, "the minute of " + Instant.ofEpochMilli(bar.openTimeMs())
                    + " is not over yet");
        } else if (!wanted.test(bar.instrument())) {
            refuse(good, RefusalCode.OTHER_VENUE, bar.instrument() + " is not listed on the venue asked for");
        } else {
            symbols.add(bar.instrument());
            firstMs = Math.min(firstMs, bar.openTimeMs());
            lastMs = Math.max(lastMs, bar.openTimeMs());
            batch.add(good);
            if (batch.size() == BATCH) {
                write();
            }
        }
    }

    private void write() {
        if (!batch.isEmpty()) {
            BarRows.Written written = rows.write(batch.stream().map(ReadBar.Good::bar).toList());
            long different = 0;
            for (ReadBar.Good good : batch) {
                if (written.different().contains(good.bar())) {
                    different++;
                    refuse(good, RefusalCode.KEPT_DIFFERENTLY, "the minute of "
                            + Instant.ofEpochMilli(good.bar().openTimeMs()) + " is kept with other numbers");
                }
            }
            added += written.added();
            present += batch.size() - written.added() - different;
            batch.clear();
        }
        progress.accept(read);
    }

    private void refuse(ReadBar.Good good, RefusalCode code, String message) {
        refuse(new ReadBar.Refused(good.source(), good.sourceLine(), code, message, LEFT_OUT));
    }

    private void refuse(ReadBar.Refused row) {
        if (refused.merge(row.code(), 1L, Long::sum) <= EXAMPLES_OF_EACH) {
            examples.add(row.code() + " " + row.text());
        }
    }
}
