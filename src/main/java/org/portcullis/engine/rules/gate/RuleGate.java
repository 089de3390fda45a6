package org.portcullis.engine.rules.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rule asks of facts, as far as it could be read.
 *
 * @param name       full name of the rule
 * @param patterns   the facts it needs, in the order of the text, each with what must hold once it and those before it
 *                   are there
 * @param absences   the facts that must not be there
 * @param alwaysOpen whether the rule could not be read, or asks nothing: it may fire on any facts
 * @param forming    what the rule inserts when it fires, when its conditions and its consequence could be read to the
 *                   last word; null when only the engine knows
 * @param needed     the bits of the slots without which it cannot fire, see {@link FactTable#bit}
 */
record RuleGate(String name, Pattern[] patterns, Pattern[] absences, boolean alwaysOpen,
        @Nullable List<Insertion> forming, long needed) {

    /**
     * One fact that is looked for.
     *
     * @param slot       where facts of its type lie
     * @param conditions what must hold
     */
    record Pattern(int slot, Condition[] conditions) {

        boolean mayHold(@Nullable Object[] facts) {
            for (Condition condition : conditions) {
                if (!condition.mayHold(facts)) {
                    return false;
                }
            }
            return true;
        }

        boolean surelyHolds(@Nullable Object[] facts) {
            for (Condition condition : conditions) {
                if (!condition.surelyHolds(facts)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A rule of which nothing is known. */
    static RuleGate open(String name) {
        return new RuleGate(name, new Pattern[0], new Pattern[0], true, null, 0);
    }

    static RuleGate of(String name, List<Integer> slots, List<Condition> conditions, List<Pattern> absences,
            @Nullable List<Insertion> forming) {
        if (conditions.isEmpty()) {
            return open(name);
        }
        long needed = 0;
        for (int slot : slots) {
            needed |= FactTable.bit(slot);
        }
        return new RuleGate(name, patterns(slots, conditions), absences.toArray(Pattern[]::new), false, forming,
                needed);
    }

    /** The patterns of those slots, each with the conditions that can be judged once it and those before are there. */
    static Pattern[] patterns(List<Integer> slots, List<Condition> conditions) {
        List<Condition> left = new ArrayList<>(conditions);
        Pattern[] patterns = new Pattern[slots.size()];
        for (int i = 0; i < patterns.length; i++) {
            List<Integer> later = slots.subList(i + 1, slots.size());
            List<Condition> now = left.stream().filter(one -> later.stream().noneMatch(one::reads)).toList();
            left.removeAll(now);
            patterns[i] = new Pattern(slots.get(i), now.toArray(Condition[]::new));
        }
        return patterns;
    }

    /** Whether it may fire on one fact of each slot. */
    boolean mayFire(@Nullable Object[] facts) {
        for (Pattern pattern : patterns) {
            if (facts[pattern.slot()] == null || !pattern.mayHold(facts)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it certainly fires on facts on which it may. */
    boolean surelyFires(@Nullable Object[] facts) {
        for (Pattern pattern : patterns) {
            if (!pattern.surelyHolds(facts)) {
                return false;
            }
        }
        return !alwaysOpen;
    }
}
