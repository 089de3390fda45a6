package org.portcullis.market.adapter.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.BarStream;
import org.portcullis.market.ReadBar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts consecutive bars of one minute together into frames, and says every row that could not be used. */
final class Frames implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Frames.class);

    private final BarStream stream;
    private final Set<InstrumentId> wanted;
    private ReadBar.@Nullable Good ahead;
    private long refused;

    /** @param wanted the instruments to show; all when empty */
    Frames(BarStream stream, Set<InstrumentId> wanted) {
        this.stream = stream;
        this.wanted = wanted;
        this.ahead = good();
    }

    /** The next minute's rows, in the order of their symbols, or nothing at the end. */
    @Nullable List<ReadBar.Good> next() {
        ReadBar.Good first = ahead;
        if (first == null) {
            return null;
        }
        List<ReadBar.Good> frame = new ArrayList<>();
        Set<InstrumentId> inFrame = new TreeSet<>();
        while (ahead != null && ahead.bar().openTimeMs() == first.bar().openTimeMs()
                && inFrame.add(ahead.bar().instrument())) {
            frame.add(ahead);
            ahead = good();
        }
        frame.sort(java.util.Comparator.comparing(row -> row.bar().instrument()));
        return frame;
    }

    /** Rows that could not be used so far. */
    long refused() {
        return refused;
    }

    @Override
    public void close() {
        stream.close();
    }

    private ReadBar.@Nullable Good good() {
        while (stream.hasNext()) {
            ReadBar row = stream.next();
            if (row instanceof ReadBar.Refused unusable) {
                refused++;
                LOG.warn("{}", unusable.text());
            } else if (row instanceof ReadBar.Good usable
                    && (wanted.isEmpty() || wanted.contains(usable.bar().instrument()))) {
                return usable;
            }
        }
        return null;
    }
}
