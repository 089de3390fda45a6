package org.portcullis.research.domain.signals;

/**
 * What the price did over one horizon after every bar of the span.
 *
 * @param bars    bars that have one so many bars later
 * @param sum     of the moves, in percent
 * @param squares sum of their squares
 * @param median  in percent; NaN when there are none
 * @param up      of them, those after which the price was higher
 * @param down    of them, those after which it was lower
 */
public record UsualMove(long bars, double sum, double squares, double median, long up, long down) {

    /** Mean move in percent; NaN when there is none. */
    public double mean() {
        return bars == 0 ? Double.NaN : sum / bars;
    }

    /** Standard error of the mean, as if no two bars shared a minute; NaN for fewer than two. */
    public double error() {
        return Moves.error(bars, sum, squares);
    }

    /** Share of bars after which the price was where that side wants it, 0 to 1; NaN when there is none. */
    public double shareRight(boolean wantsUp) {
        return bars == 0 ? Double.NaN : (double) (wantsUp ? up : down) / bars;
    }

    /** The mean in the direction of a side. */
    public double mean(boolean wantsUp) {
        return wantsUp ? mean() : 0 - mean();
    }
}
