package org.portcullis.strategy;

/**
 * How alerts are followed, as a fact for the rules of alert-follower.
 *
 * @param confidence confidence that an alert gets, 0 to 1
 * @param shorts     1 when alerts may sell short, 0 when SHORT only means to hold no long; covering never depends on it
 */
public record AlertParameters(double confidence, double shorts) {

    /** The limits as the pack's {@code strategy.yaml} has them. */
    public static AlertParameters from(PackParameters pack) {
        return new AlertParameters(pack.number("confidence"), pack.number("shorts"));
    }
}
