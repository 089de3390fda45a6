package org.portcullis.research.domain.signals;

/** Sums up what the price did over one horizon after the proposals of a group. One thread. */
final class HorizonSums {

    private final Row finished = new Row();
    private long right;
    private double sum;
    private double squares;
    private double usual;
    private double usualRight;
    /** Of the instrument at hand, those that hope for a rising price and for a falling one. */
    private int ups;
    private int downs;

    /**
     * Takes the move after one proposal.
     *
     * @param move in percent, positive in its direction; NaN where the bars end before
     */
    void take(double move, boolean up) {
        if (Double.isNaN(move)) {
            return;
        }
        finished.add(move);
        sum += move;
        squares += move * move;
        right += move > 0 ? 1 : 0;
        ups += up ? 1 : 0;
        downs += up ? 0 : 1;
    }

    /** All of one instrument were taken, and this is what every bar of it did. */
    void end(UsualMove all) {
        if (ups > 0) {
            usual += ups * all.mean(true);
            usualRight += ups * all.shareRight(true);
        }
        if (downs > 0) {
            usual += downs * all.mean(false);
            usualRight += downs * all.shareRight(false);
        }
        ups = 0;
        downs = 0;
    }

    /** @param taken proposals of the group, the unfinished ones too */
    Moves figures(int bars, int taken) {
        int count = finished.size();
        return new Moves(bars, count, taken - count, sum / count, finished.median(),
                (double) right / count, Moves.error(count, sum, squares), usual / count, usualRight / count);
    }
}
