package org.portcullis.engine.rules.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules of a group one after the other about a table of facts: every combination of one fact for each pattern,
 * each condition looked at as soon as its facts are there. It gives up where it is not certain. The table is used again
 * and again, so one thread at a time may ask.
 */
public final class GateRun {

    /** Beyond so many facts looked at, the engine's own bounds of a join have to judge. */
    private static final int LOOKS_MAX = 4_096;
    private static final GroupGate.Formed NOTHING = new GroupGate.Formed(List.of(), List.of());

    private final FactTable table;
    private final RuleGate[] rules;
    private final boolean forms;
    private final @Nullable GateProgram program;
    private final @Nullable Object[] slots;
    private int looks;
    private boolean naming;
    private @Nullable List<String> fired;
    private @Nullable List<Object> formed;

    /**
     * @param forms   whether rules may be carried out here at all
     * @param program says of all rules at once which may fire; nothing when they have to be asked one by one
     */
    GateRun(Class<?>[] types, RuleGate[] rules, boolean forms, @Nullable GateProgram program) {
        this.table = new FactTable(types);
        this.slots = table.slots();
        this.rules = rules;
        this.forms = forms;
        this.program = program;
    }

    /** See {@link GroupGate#asked}. */
    public GroupGate.@Nullable Formed asked(List<?> facts) {
        naming = true;
        fired = null;
        List<Object> made = ask(facts);
        List<String> names = fired;
        return made == null ? null : names == null ? NOTHING : new GroupGate.Formed(names, made);
    }

    /** The same without the names of the rules: what they insert, for the asker to keep. */
    public @Nullable List<Object> formed(List<?> facts) {
        naming = false;
        return ask(facts);
    }

    private @Nullable List<Object> ask(List<?> facts) {
        looks = 0;
        formed = null;
        if (!table.lay(facts) || !(program == null || table.hasSeveral() ? askEach() : askProgram(program))) {
            return null;
        }
        List<Object> made = formed;
        return made == null ? List.of() : made;
    }

    private boolean askEach() {
        for (RuleGate rule : rules) {
            if (!ask(rule)) {
                return false;
            }
        }
        return true;
    }

    private boolean askProgram(GateProgram program) {
        long may = program.mayFire(slots, table.present());
        if (may == 0) {
            return true;
        }
        long surely = forms ? program.surelyFires(slots, may) : 0;
        for (int i = 0; i < rules.length; i++) {
            long bit = 1L << i;
            RuleGate rule = rules[i];
            boolean plain = (surely & bit) != 0 && !rule.alwaysOpen() && rule.absences().length == 0;
            if ((may & bit) != 0 && !(plain ? form(rule) : ask(rule))) {
                return false;
            }
        }
        return true;
    }

    /** False when only the engine knows whether the rule fires, or what it forms. */
    private boolean ask(RuleGate rule) {
        if (rule.alwaysOpen()) {
            return false;
        }
        return (table.present() & rule.needed()) != rule.needed() || ask(rule, 0);
    }

    private boolean ask(RuleGate rule, int place) {
        if (place == rule.patterns().length) {
            return fire(rule);
        }
        RuleGate.Pattern pattern = rule.patterns()[place];
        int slot = pattern.slot();
        List<Object> all = table.several(slot);
        if (all == null) {
            return slots[slot] == null || !pattern.mayHold(slots) || ask(rule, place + 1);
        }
        looks += all.size();
        if (looks > LOOKS_MAX) {
            return false;
        }
        for (int i = 0; i < all.size(); i++) {
            slots[slot] = all.get(i);
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
        for (RuleGate.Pattern unwanted : rule.absences()) {
            if (table.several(unwanted.slot()) != null) {
                return false;
            }
            if (slots[unwanted.slot()] != null && unwanted.mayHold(slots)) {
                return unwanted.surelyHolds(slots);
            }
        }
        return rule.surelyFires(slots) && form(rule);
    }

    private boolean form(RuleGate rule) {
        List<Insertion> forming = rule.forming();
        if (forming == null) {
            return false;
        }
        if (naming) {
            List<String> names = fired == null ? new ArrayList<>(2) : fired;
            fired = names;
            names.add(rule.name());
        }
        List<Object> made = formed == null ? new ArrayList<>(2) : formed;
        formed = made;
        for (int i = 0; i < forming.size(); i++) {
            Object fact = forming.get(i).from(slots);
            if (fact == null) {
                return false;
            }
            made.add(fact);
        }
        return true;
    }
}
