package org.portcullis.market.domain;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Mark;
import org.portcullis.market.MarketView;

/** The last believed prices, written by the thread that walks the bars and read by any. */
public final class Marks implements MarketView {

    private final Map<InstrumentId, AtomicReference<Mark>> marks = new ConcurrentHashMap<>();

    /** Takes the place of the instrument's earlier mark. */
    public void put(Mark mark) {
        AtomicReference<Mark> known = marks.get(mark.instrument());
        if (known == null) {
            marks.put(mark.instrument(), new AtomicReference<>(mark));
        } else {
            known.setRelease(mark);
        }
    }

    @Override
    public Optional<Mark> mark(InstrumentId instrument) {
        AtomicReference<Mark> known = marks.get(instrument);
        return known == null ? Optional.empty() : Optional.ofNullable(known.get());
    }
}
