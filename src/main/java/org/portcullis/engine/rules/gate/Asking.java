package org.portcullis.engine.rules.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.gate.RuleGate.Pattern;

/**
 * Asks rules one after the other about a table of facts: every combination of one fact for each pattern, each condition
 * looked at as soon as its facts are there. It gives up where it is not certain.
 */
final class Asking {

    /** Beyond so many facts looked at, the engine's own bounds of a join have to judge. */
    private static final int LOOKS_MAX = 4_096;

    private final boolean forms;
    private final FactTable table;
    private final @Nullable Object[] slots;
    private @Nullable List<String> fired;
    private @Nullable List<Object> formed;
    private int looks;

    /** @param forms whether rules may be carried out here at all */
    Asking(boolean forms, FactTable table) {
        this.forms = forms;
        this.table = table;
        this.slots = table.slots();
    }

    /** False when only the engine knows whether the rule fires, or what it forms. */
    boolean ask(RuleGate rule) {
        return !rule.alwaysOpen() && ask(rule, 0);
    }

    GroupGate.Formed formed() {
        return new GroupGate.Formed(fired == null ? List.of() : fired, formed == null ? List.of() : formed);
    }

    private boolean ask(RuleGate rule, int place) {
        if (place == rule.patterns().length) {
            return fire(rule);
        }
        Pattern pattern = rule.patterns()[place];
        List<Object> several = table.several(pattern.slot());
        if (several == null) {
            return slots[pattern.slot()] == null || !pattern.mayHold(slots) || ask(rule, place + 1);
        }
        looks += several.size();
        if (looks > LOOKS_MAX) {
            return false;
        }
        for (int i = 0; i < several.size(); i++) {
            slots[pattern.slot()] = several.get(i);
            if (pattern.mayHold(slots) && !ask(rule, place + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean fire(RuleGate rule) {
        List<Insertion> forming = rule.forming();
        if (!forms || forming == null) {
            return false;
        }
        for (Pattern unwanted : rule.absences()) {
            if (table.several(unwanted.slot()) != null) {
                return false;
            }
            if (slots[unwanted.slot()] != null && unwanted.mayHold(slots)) {
                return unwanted.surelyHolds(slots);
            }
        }
        return rule.surelyFires(slots) && form(rule, forming);
    }

    private boolean form(RuleGate rule, List<Insertion> forming) {
        fired = fired == null ? new ArrayList<>(2) : fired;
        formed = formed == null ? new ArrayList<>(2) : formed;
        fired.add(rule.name());
        for (Insertion insertion : forming) {
            Object fact = insertion.from(slots);
            if (fact == null) {
                return false;
            }
            formed.add(fact);
        }
        return true;
    }
}
