package org.portcullis.research.domain.signals;

/** Counts the figures of one group of proposals, each taken once, instrument by instrument. One thread. */
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

    /** Takes one proposal of the instrument at hand. */
    void take(SignalColumns of, int index) {
        boolean entry = of.entry(index);
        (entry ? entries : exits).take(of, index);
        longs += entry && of.up(index) ? 1 : 0;
        confidence.add(of.confidence(index));
    }

    /** All of one instrument were taken, and this came after all of its bars. */
    void end(Baseline usual) {
        entries.end(usual);
        exits.end(usual);
    }

    /** The figures of those that were taken; no more may be taken afterwards. */
    SignalFigures figures() {
        SignalFigures.Spread spread = new SignalFigures.Spread(confidence.quantile(TENTH), confidence.median(),
                confidence.quantile(1 - TENTH));
        return new SignalFigures(longs, entries.taken() - longs, exits.taken(), spread, entries.figures(),
                exits.figures());
    }
}
