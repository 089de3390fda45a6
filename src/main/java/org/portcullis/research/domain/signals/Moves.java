package org.portcullis.research.domain.signals;

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

    /** Standard error of the mean of so many numbers. */
    static double error(long count, double sum, double squares) {
        if (count < 2) {
            return Double.NaN;
        }
        double variance = (squares - sum / count * sum) / (count - 1);
        return Math.sqrt(Math.max(0, variance) / count);
    }
}
