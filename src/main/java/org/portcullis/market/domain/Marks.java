package org.portcullis.market.domain;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Mark;
import org.portcullis.market.MarketView;

/** The last believed prices, written by the thread that walks the bars and read by any. */
public final class Marks implements MarketView {

    private final Map<InstrumentId, Mark> marks = new ConcurrentHashMap<>();

    /** Takes the place of the instrument's earlier mark. */
    public void put(Mark mark) {
        marks.put(mark.instrument(), mark);
    }

    @Override
    public Optional<Mark> mark(InstrumentId instrument) {
        return Optional.ofNullable(marks.get(instrument));
    }
}
