package org.portcullis.research.domain.signals;

/**
 * A proposal and what the price did after it. Moves are in percent of the price at which it was made, positive where
 * the price went the way of the proposal's side; an exit that sells is right when the price falls.
 *
 * @param wish       what was proposed
 * @param moves      by horizon, in the order of the horizons; NaN where the bars end before; not to be changed
 * @param favourable furthest move its way within the longest horizon, 0 or more; NaN where the bars end before
 * @param adverse    furthest move against it within the longest horizon, 0 or less; NaN where the bars end before
 * @param ending     which of its prices came first
 */
public record Signal(Wish wish, double[] moves, double favourable, double adverse, Ending ending) {

    /** What came of a wish on the path of its instrument. */
    static Signal of(Wish wish, BarPath path, Horizons horizons) {
        double[] moves = new double[horizons.count()];
        for (int i = 0; i < moves.length; i++) {
            double move = path.movePct(wish.bar(), horizons.bars(i));
            moves[i] = wish.up() ? move : 0 - move;
        }
        int longest = horizons.longest();
        boolean whole = path.reaches(wish.bar(), longest);
        return new Signal(wish, moves,
                whole ? path.favourablePct(wish.bar(), longest, wish.up()) : Double.NaN,
                whole ? path.adversePct(wish.bar(), longest, wish.up()) : Double.NaN,
                wish.entry() ? path.ending(wish.bar(), longest, wish.up(), wish.stopE8(), wish.targetE8())
                        : Ending.NONE);
    }
}
