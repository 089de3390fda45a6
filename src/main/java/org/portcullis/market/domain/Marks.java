package org.portcullis.market.domain;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Mark;
import org.portcullis.market.MarketView;

/** The last believed prices, written by the thread that walks the bars and read by any. */
public final class Marks implements MarketView {

    private final Map<InstrumentId, AtomicReference<@Nullable Mark>> marks = new ConcurrentHashMap<>();

    /** Takes the place of the instrument's earlier mark. */
    public void put(Mark mark) {
        of(mark.instrument()).setRelease(mark);
    }

    /** Where the instrument's mark is kept, for the thread that writes it. */
    public AtomicReference<@Nullable Mark> of(InstrumentId instrument) {
        return marks.computeIfAbsent(instrument, unseen -> new AtomicReference<>());
    }

    @Override
    public Optional<Mark> mark(InstrumentId instrument) {
        AtomicReference<@Nullable Mark> known = marks.get(instrument);
        return known == null ? Optional.empty() : Optional.ofNullable(known.get());
    }
}
