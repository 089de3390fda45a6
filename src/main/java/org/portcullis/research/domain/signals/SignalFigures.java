package org.portcullis.research.domain.signals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A group of proposals: how many, how sure, and what came after those that open and those that close.
 *
 * @param longs      entries that buy
 * @param shorts     entries that sell
 * @param exits      proposals that close
 * @param confidence lowest tenth, half and highest tenth of their confidence; NaN when there are none
 * @param entries    what came after entries
 * @param exited     what came after exits
 */
public record SignalFigures(long longs, long shorts, long exits, Spread confidence, After entries, After exited) {

    /**
     * How numbers are spread.
     *
     * @param p10 a tenth lies below
     * @param p50 the median
     * @param p90 a tenth lies above
     */
    public record Spread(double p10, double p50, double p90) {
    }

    /**
     * What came after proposals of one kind.
     *
     * @param moves            by horizon
     * @param favourable       mean of the furthest move their way within the longest horizon, percent
     * @param favourableMedian its median
     * @param adverse          mean of the furthest move against them, percent, 0 or less
     * @param adverseMedian    its median
     * @param endings          how often each {@link Ending} came, by its ordinal
     */
    public record After(List<Moves> moves, double favourable, double favourableMedian, double adverse,
            double adverseMedian, List<Long> endings) {

        /** How often that ending came. */
        public long ended(Ending ending) {
            return endings.get(ending.ordinal());
        }
    }

    private static final double TENTH = 0.1;

    static SignalFigures of(List<Signal> signals, Horizons horizons) {
        List<Signal> entries = new ArrayList<>();
        List<Signal> exits = new ArrayList<>();
        double[] scratch = new double[signals.size()];
        long longs = 0;
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            (signal.wish().entry() ? entries : exits).add(signal);
            longs += signal.wish().entry() && signal.wish().up() ? 1 : 0;
            scratch[i] = signal.wish().confidence();
        }
        Spread spread = new Spread(Quantile.of(scratch, scratch.length, TENTH),
                Quantile.median(scratch, scratch.length), Quantile.of(scratch, scratch.length, 1 - TENTH));
        return new SignalFigures(longs, entries.size() - longs, exits.size(), spread, after(entries, horizons, scratch),
                after(exits, horizons, scratch));
    }

    private static After after(List<Signal> signals, Horizons horizons, double[] scratch) {
        List<Moves> moves = new ArrayList<>();
        for (int i = 0; i < horizons.count(); i++) {
            moves.add(Moves.of(signals, horizons, i, scratch));
        }
        long[] endings = new long[Ending.values().length];
        int whole = 0;
        double best = 0;
        double worst = 0;
        double[] falls = new double[signals.size()];
        for (Signal signal : signals) {
            endings[signal.ending().ordinal()]++;
            if (!Double.isNaN(signal.favourable())) {
                best += signal.favourable();
                worst += signal.adverse();
                scratch[whole] = signal.favourable();
                falls[whole++] = signal.adverse();
            }
        }
        return new After(moves, best / whole, Quantile.median(scratch, whole), worst / whole,
                Quantile.median(falls, whole), Arrays.stream(endings).boxed().toList());
    }
}
