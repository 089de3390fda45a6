package org.portcullis.research.backtest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.Bar;
import org.portcullis.market.MarketOutcome;
import org.portcullis.strategy.Proposal;

/** Bars in event time with what became of each; filled by one thread, then read by another. */
final class Block {

    static final int BARS = 1_024;

    final Bar[] bars = new Bar[BARS];
    final MarketOutcome[] outcomes = new MarketOutcome[BARS];
    final @Nullable List<Proposal>[] proposals;
    int size;

    @SuppressWarnings("unchecked")
    Block() {
        this.proposals = (List<Proposal>[]) new List<?>[BARS];
    }

    boolean full() {
        return size == BARS;
    }

    void add(Bar bar, MarketOutcome outcome, @Nullable List<Proposal> proposed) {
        bars[size] = bar;
        outcomes[size] = outcome;
        proposals[size] = proposed;
        size++;
    }
}
