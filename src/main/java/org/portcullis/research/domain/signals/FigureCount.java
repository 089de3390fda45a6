package org.portcullis.research.domain.signals;

/** Counts the figures of one group of proposals, each taken once; they come instrument by instrument. One thread. */
final class FigureCount {

    private static final double TENTH = 0.1;

    private final AfterCount entries;
    private final AfterCount exits;
    private final Row confidence = new Row();
    private long longs;

    FigureCount(Horizons horizons) {
        this.entries = new AfterCount(horizons);
        this.exits = new AfterCount(horizons);
    }

    void take(Signal signal) {
        Wish wish = signal.wish();
        (wish.entry() ? entries : exits).take(signal);
        longs += wish.entry() && wish.up() ? 1 : 0;
        confidence.add(wish.confidence());
    }

    /** The figures of those that were taken; no more may be taken afterwards. */
    SignalFigures figures() {
        SignalFigures.Spread spread = new SignalFigures.Spread(confidence.quantile(TENTH), confidence.median(),
                confidence.quantile(1 - TENTH));
        return new SignalFigures(longs, entries.taken() - longs, exits.taken(), spread, entries.figures(),
                exits.figures());
    }
}
