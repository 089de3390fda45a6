package org.portcullis.research.domain.signals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts what came after the proposals of one kind, each taken once: they lie far apart in memory, and to look at every
 * one again for every horizon would take longer than all sums. One thread.
 */
final class AfterCount {

    private final Horizons horizons;
    private final HorizonSums[] moves;
    private final Row favourable = new Row();
    private final Row adverse = new Row();
    private final long[] endings = new long[Ending.values().length];
    private double best;
    private double worst;
    private int taken;

    AfterCount(Horizons horizons) {
        this.horizons = horizons;
        this.moves = new HorizonSums[horizons.count()];
        Arrays.setAll(moves, i -> new HorizonSums());
    }

    void take(Signal signal) {
        taken++;
        boolean up = signal.wish().up();
        double[] each = signal.moves();
        for (int i = 0; i < moves.length; i++) {
            moves[i].take(each[i], signal.usual(), i, up);
        }
        endings[signal.ending().ordinal()]++;
        if (!Double.isNaN(signal.favourable())) {
            best += signal.favourable();
            worst += signal.adverse();
            favourable.add(signal.favourable());
            adverse.add(signal.adverse());
        }
    }

    int taken() {
        return taken;
    }

    SignalFigures.After figures() {
        List<Moves> counted = new ArrayList<>();
        for (int i = 0; i < moves.length; i++) {
            counted.add(moves[i].figures(horizons.bars(i), taken));
        }
        int whole = favourable.size();
        return new SignalFigures.After(counted, best / whole, favourable.median(), worst / whole, adverse.median(),
                Arrays.stream(endings).boxed().toList());
    }
}
