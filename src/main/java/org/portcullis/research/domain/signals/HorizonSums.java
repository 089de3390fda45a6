package org.portcullis.research.domain.signals;

import org.jspecify.annotations.Nullable;

/** Sums up what the price did over one horizon after the proposals of a group. One thread. */
final class HorizonSums {

    private final Row finished = new Row();
    private long right;
    private double sum;
    private double squares;
    private double usual;
    private double usualRight;
    /** The usual of the instrument at hand, for either direction: proposals come instrument by instrument. */
    private @Nullable Baseline known;
    private double meanUp;
    private double meanDown;
    private double rightUp;
    private double rightDown;

    /**
     * Takes the move after one proposal.
     *
     * @param move in percent, positive in its direction; NaN where the bars end before
     * @param all  what every bar of its instrument did
     */
    void take(double move, Baseline all, int horizon, boolean up) {
        if (Double.isNaN(move)) {
            return;
        }
        if (all != known) {
            turnTo(all, horizon);
        }
        finished.add(move);
        sum += move;
        squares += move * move;
        right += move > 0 ? 1 : 0;
        usual += up ? meanUp : meanDown;
        usualRight += up ? rightUp : rightDown;
    }

    private void turnTo(Baseline all, int horizon) {
        UsualMove over = all.over(horizon);
        known = all;
        meanUp = over.mean(true);
        meanDown = over.mean(false);
        rightUp = over.shareRight(true);
        rightDown = over.shareRight(false);
    }

    /** @param taken proposals of the group, the unfinished ones too */
    Moves figures(int bars, int taken) {
        int count = finished.size();
        return new Moves(bars, count, taken - count, sum / count, finished.median(),
                (double) right / count, Moves.error(count, sum, squares), usual / count, usualRight / count);
    }
}
