package org.portcullis.strategy;

import java.util.Objects;

/**
 * What a trigger rule inserts when it fires: the two numbers it compared. A rule says that the moment has come; prices
 * and confidence are arithmetic and made from it in one place.
 *
 * @param rule   full name of the rule
 * @param intent whether it opens or closes risk; entries buy, exits sell, so no rule can go short (S2-REQ-R1)
 * @param actual the measure that fired the rule
 * @param limit  the parameter it was compared with
 */
public record TriggerHit(String rule, Intent intent, double actual, double limit) {

    public TriggerHit {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(intent, "intent");
        if (!Double.isFinite(actual) || !Double.isFinite(limit)) {
            throw new IllegalArgumentException(rule + " compared " + actual + " with " + limit);
        }
    }
}
