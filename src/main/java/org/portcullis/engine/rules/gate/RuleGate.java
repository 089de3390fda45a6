package org.portcullis.engine.rules.gate;

import java.util.List;

/**
 * What one rule asks of facts, as far as it could be read.
 *
 * @param slots      the slots that must hold a fact
 * @param conditions what must hold between them
 * @param alwaysOpen whether the rule could not be read, or asks nothing: it may fire on any facts
 */
record RuleGate(int[] slots, Condition[] conditions, boolean alwaysOpen) {

    /** A rule of which nothing is known. */
    static final RuleGate OPEN = new RuleGate(new int[0], new Condition[0], true);

    static RuleGate of(List<Integer> slots, List<Condition> conditions) {
        return conditions.isEmpty() ? OPEN
                : new RuleGate(slots.stream().mapToInt(Integer::intValue).toArray(),
                        conditions.toArray(Condition[]::new), false);
    }

    boolean mayFire(Object[] facts) {
        for (int slot : slots) {
            if (facts[slot] == null) {
                return false;
            }
        }
        for (Condition condition : conditions) {
            if (!condition.mayHold(facts)) {
                return false;
            }
        }
        return true;
    }
}
