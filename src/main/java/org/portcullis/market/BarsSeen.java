package org.portcullis.market;

import java.util.List;
import java.util.Set;
import org.portcullis.kernel.InstrumentId;

/**
 * Told within this process when the desk has seen new bars; pages listen to it.
 *
 * @param bars    one of each instrument at most
 * @param refused instruments whose bar the guards refused: it is kept, and moves no price
 */
public record BarsSeen(List<Bar> bars, Set<InstrumentId> refused) {

    public BarsSeen {
        bars = List.copyOf(bars);
        refused = Set.copyOf(refused);
    }

    /** Bars that were all believed. */
    public BarsSeen(List<Bar> bars) {
        this(bars, Set.of());
    }

    /** The bars that the guards believed. */
    public List<Bar> believed() {
        return refused.isEmpty() ? bars
                : bars.stream().filter(bar -> !refused.contains(bar.instrument())).toList();
    }
}
