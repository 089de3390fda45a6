package org.portcullis.research.domain.signals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts what came after the proposals of one kind, each taken once, instrument by instrument. One thread. */
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

    void take(SignalColumns of, int index) {
        taken++;
        boolean up = of.up(index);
        for (int i = 0; i < moves.length; i++) {
            moves[i].take(of.move(i, index), up);
        }
        endings[of.ending(index)]++;
        double furthest = of.favourable(index);
        if (!Double.isNaN(furthest)) {
            best += furthest;
            worst += of.adverse(index);
            favourable.add(furthest);
            adverse.add(of.adverse(index));
        }
    }

    /** See {@link FigureCount#end}. */
    void end(Baseline usual) {
        for (int i = 0; i < moves.length; i++) {
            moves[i].end(usual.over(i));
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
