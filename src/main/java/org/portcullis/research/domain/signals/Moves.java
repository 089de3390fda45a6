package org.portcullis.research.domain.signals;

import java.util.List;

/**
 * What the price did over one horizon after a group of proposals, in percent, positive in their direction. NaN where
 * there is no number.
 *
 * @param bars       the horizon
 * @param finished   proposals that have a bar so many later
 * @param unfinished proposals too near the end
 * @param mean       mean move
 * @param median     median move
 * @param shareRight share of them after which the price was where they wanted it, 0 to 1
 * @param error      standard error of the mean; NaN for fewer than two
 * @param usual      mean move of all bars of the same instruments in the same direction, weighted as the proposals are
 * @param usualRight share right of all bars, weighted likewise
 */
public record Moves(int bars, long finished, long unfinished, double mean, double median, double shareRight,
        double error, double usual, double usualRight) {

    /** How much better than at any time: mean less the usual, in percent. */
    public double edge() {
        return mean - usual;
    }

    /** @param scratch room for as many numbers as there are signals */
    static Moves of(List<Signal> signals, Horizons horizons, int horizon, double[] scratch) {
        int count = 0;
        long right = 0;
        double sum = 0;
        double squares = 0;
        double usual = 0;
        double usualRight = 0;
        for (Signal signal : signals) {
            double move = signal.moves()[horizon];
            if (Double.isNaN(move)) {
                continue;
            }
            scratch[count++] = move;
            sum += move;
            squares += move * move;
            right += move > 0 ? 1 : 0;
            UsualMove other = signal.usual().over(horizon);
            usual += other.mean(signal.wish().up());
            usualRight += other.shareRight(signal.wish().up());
        }
        return new Moves(horizons.bars(horizon), count, signals.size() - count, sum / count,
                Quantile.median(scratch, count), (double) right / count, error(count, sum, squares), usual / count,
                usualRight / count);
    }

    /** Standard error of the mean of so many numbers. */
    static double error(long count, double sum, double squares) {
        if (count < 2) {
            return Double.NaN;
        }
        double variance = (squares - sum / count * sum) / (count - 1);
        return Math.sqrt(Math.max(0, variance) / count);
    }
}
