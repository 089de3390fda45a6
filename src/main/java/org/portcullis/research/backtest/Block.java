package org.portcullis.research.backtest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.Bar;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.Regime;
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

    /**
     * Looks at every bar and its regime once. Another thread has just written them, on another core: looked at one
     * after the other without waiting for any, they are here when they are needed one by one, each of which would
     * otherwise wait for memory several times.
     *
     * @return a number over what was seen, so that looking is not optimised away
     */
    long look() {
        long seen = 0;
        for (int i = 0; i < size; i++) {
            Bar bar = bars[i];
            seen += bar.openTimeMs() ^ bar.takerBoughtE8();
            if (outcomes[i] instanceof MarketOutcome.Formed formed) {
                seen += formed.regime().regime() == Regime.CRASH ? 1 : 0;
            }
        }
        return seen;
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
