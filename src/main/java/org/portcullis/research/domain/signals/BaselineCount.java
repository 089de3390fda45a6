package org.portcullis.research.domain.signals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Counts what the price did after every bar, instrument by instrument and of all together. One thread. */
public final class BaselineCount {

    private final Horizons horizons;
    private final List<MoveCounts> one;
    private final List<MoveCounts> all;

    public BaselineCount(Horizons horizons) {
        this.horizons = horizons;
        this.one = counts(horizons);
        this.all = counts(horizons);
    }

    private static List<MoveCounts> counts(Horizons horizons) {
        return Stream.generate(MoveCounts::new).limit(horizons.count()).toList();
    }

    /** Counts one instrument. */
    public Baseline of(BarPath path) {
        List<UsualMove> moves = new ArrayList<>();
        for (int i = 0; i < horizons.count(); i++) {
            MoveCounts counts = one.get(i);
            counts.clear();
            path.count(horizons.bars(i), counts);
            all.get(i).add(counts);
            moves.add(counts.figures());
        }
        return new Baseline(moves);
    }

    /**
     * What several have counted together. Sums are added up by instrument, so that it does not matter who counted what.
     *
     * @param each the instruments' own, in the order of their symbols
     */
    public static Baseline together(Horizons horizons, List<BaselineCount> counted, List<Baseline> each) {
        List<UsualMove> moves = new ArrayList<>();
        for (int i = 0; i < horizons.count(); i++) {
            MoveCounts counts = new MoveCounts();
            for (BaselineCount other : counted) {
                counts.add(other.all.get(i));
            }
            UsualMove whole = counts.figures();
            double sum = 0;
            double squares = 0;
            for (Baseline baseline : each) {
                sum += baseline.over(i).sum();
                squares += baseline.over(i).squares();
            }
            moves.add(new UsualMove(whole.bars(), sum, squares, whole.median(), whole.up(), whole.down()));
        }
        return new Baseline(moves);
    }
}
