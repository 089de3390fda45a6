package org.portcullis.strategy;

/**
 * The limits of the pool-reversal triggers, as a fact for its rules.
 *
 * @param bodyShareOver     body over range that the displacement bar must exceed, 0 to 1 (S0-11)
 * @param depthAtrMin       depth of the sweep beyond the level, at least, in average true ranges
 * @param depthAtrMax       depth of the sweep beyond the level, at most, in average true ranges
 * @param scoreMin          standing of the level among others, at least
 * @param multipleMin       reward over risk at the close, at least
 * @param volatilityRankMax rank of realised volatility above which no turn is trusted, 0 to 1
 * @param sessionMinutesMin minutes to the end of the session with fewer of which nothing is entered
 * @param directionMin      -1 when both directions are entered, 1 when only longs are
 * @param atTouch           1 to enter when the armed entry is touched, 0 to enter at the close of the displacement bar
 */
public record PoolParameters(double bodyShareOver, double depthAtrMin, double depthAtrMax, double scoreMin,
        double multipleMin, double volatilityRankMax, double sessionMinutesMin, double directionMin, double atTouch) {

    /** The limits as the pack's {@code strategy.yaml} has them. */
    public static PoolParameters from(PackParameters pack) {
        return new PoolParameters(pack.number("body-share-over"), pack.number("depth-atr-min"),
                pack.number("depth-atr-max"), pack.number("score-min"), pack.number("multiple-min"),
                pack.number("volatility-rank-max"), pack.number("session-minutes-min"),
                pack.number("direction-min"), pack.number("at-touch"));
    }
}
