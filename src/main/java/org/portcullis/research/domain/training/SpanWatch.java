package org.portcullis.research.domain.training;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.research.TrainingSpan;

/** Notes what bars went by: how many, of what, from when to when. */
public final class SpanWatch {

    private final BarHash hash = new BarHash();
    private final Set<InstrumentId> symbols = new TreeSet<>();
    private long bars;
    private long fromMs = Long.MAX_VALUE;
    private long toMs = Long.MIN_VALUE;

    /** Takes the next bar. */
    public void add(Bar bar) {
        hash.add(bar);
        symbols.add(bar.instrument());
        bars++;
        fromMs = Math.min(fromMs, bar.openTimeMs());
        toMs = Math.max(toMs, bar.closeTimeMs());
    }

    /**
     * The span that went by; asked once.
     *
     * @throws IllegalArgumentException when no bar did
     */
    public TrainingSpan span(String source, Labeller labels) {
        if (bars == 0) {
            throw new IllegalArgumentException(source + " has no bar that can be used");
        }
        List<LabelledRow> rows = labels.rows();
        return new TrainingSpan(source, hash.hex(), Instant.ofEpochMilli(fromMs).toString(),
                Instant.ofEpochMilli(toMs).toString(), symbols.stream().map(InstrumentId::toString).toList(), bars,
                labels.patterns(), rows.size(), (int) rows.stream().filter(row -> row.outcome().win()).count());
    }
}
