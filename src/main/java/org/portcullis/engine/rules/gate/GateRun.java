package org.portcullis.engine.rules.gate;

import java.util.ArrayList;
import java.util.Arrays;
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
    /** Of a rule of which only the engine knows what it inserts. */
    private static final Insertion[] NOT_KNOWN = new Insertion[0];
    private static final GroupGate.Formed NOTHING = new GroupGate.Formed(List.of(), List.of());

    private final FactTable table;
    private final RuleGate[] rules;
    private final Insertion[][] forming;
    /** The rules that are carried out as soon as their comparisons surely hold. */
    private final long plain;
    private final @Nullable GateProgram program;
    private final @Nullable Object[] slots;
    private final long[] surely = new long[1];
    private int looks;
    private boolean naming;
    private @Nullable List<String> fired;
    /** What was formed, in the first places. */
    private Object[] formed = new Object[4];
    private int made;

    /**
     * @param forms   whether rules may be carried out here at all
     * @param program says of all rules at once which may fire; nothing when they have to be asked one by one
     */
    GateRun(Class<?>[] types, RuleGate[] rules, boolean forms, @Nullable GateProgram program) {
        this.table = new FactTable(types);
        this.slots = table.slots();
        this.rules = rules;
        this.program = program;
        this.forming = new Insertion[rules.length][];
        long known = 0;
        for (int i = 0; i < rules.length; i++) {
            List<Insertion> said = forms ? rules[i].forming() : null;
            forming[i] = said == null ? NOT_KNOWN : said.toArray(Insertion[]::new);
            known |= said == null || rules[i].alwaysOpen() || rules[i].absences().length > 0 ? 0 : 1L << i;
        }
        this.plain = known;
    }

    /** See {@link GroupGate#asked}. */
    public GroupGate.@Nullable Formed asked(List<?> facts) {
        naming = true;
        fired = null;
        List<Object> all = ask(facts.toArray(), facts.size());
        List<String> names = fired;
        return all == null ? null : names == null ? NOTHING : new GroupGate.Formed(names, all);
    }

    /**
     * The same without the names of the rules: what they insert, for the asker to keep.
     *
     * @param facts holds the facts in its first places
     */
    public @Nullable List<Object> formed(Object[] facts, int count) {
        naming = false;
        return ask(facts, count);
    }

    private @Nullable List<Object> ask(Object[] facts, int count) {
        if (!table.lay(facts, count)) {
            return null;
        }
        GateProgram all = program;
        if (all == null || table.hasSeveral()) {
            made = 0;
            looks = 0;
            return askEach() ? formed() : null;
        }
        long may = all.ask(slots, table.present(), surely);
        if (may == 0) {
            return List.of();
        }
        made = 0;
        return askSome(may) ? formed() : null;
    }

    private List<Object> formed() {
        return switch (made) {
            case 0 -> List.of();
            case 1 -> List.of(formed[0]);
            case 2 -> List.of(formed[0], formed[1]);
            default -> List.of(Arrays.copyOf(formed, made));
        };
    }

    private boolean askEach() {
        for (int i = 0; i < rules.length; i++) {
            if (!ask(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean askSome(long may) {
        long known = surely[0] & plain;
        for (long left = may; left != 0; left &= left - 1) {
            int rule = Long.numberOfTrailingZeros(left);
            if (!((known >>> rule & 1) != 0 ? form(rule) : ask(rule))) {
                return false;
            }
        }
        return true;
    }

    /** False when only the engine knows whether the rule fires, or what it forms. */
    private boolean ask(int number) {
        RuleGate rule = rules[number];
        if (rule.alwaysOpen()) {
            return false;
        }
        return (table.present() & rule.needed()) != rule.needed() || ask(number, 0);
    }

    private boolean ask(int number, int place) {
        RuleGate rule = rules[number];
        if (place == rule.patterns().length) {
            return fire(number);
        }
        RuleGate.Pattern pattern = rule.patterns()[place];
        int slot = pattern.slot();
        List<Object> all = table.several(slot);
        if (all == null) {
            return slots[slot] == null || !pattern.mayHold(slots) || ask(number, place + 1);
        }
        looks += all.size();
        if (looks > LOOKS_MAX) {
            return false;
        }
        for (int i = 0; i < all.size(); i++) {
            slots[slot] = all.get(i);
            if (pattern.mayHold(slots) && !ask(number, place + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean fire(int number) {
        if (forming[number] == NOT_KNOWN) {
            return false;
        }
        RuleGate rule = rules[number];
        for (RuleGate.Pattern unwanted : rule.absences()) {
            if (table.several(unwanted.slot()) != null) {
                return false;
            }
            if (slots[unwanted.slot()] != null && unwanted.mayHold(slots)) {
                return unwanted.surelyHolds(slots);
            }
        }
        return rule.surelyFires(slots) && form(number);
    }

    private boolean form(int number) {
        if (naming) {
            List<String> names = fired == null ? new ArrayList<>(2) : fired;
            fired = names;
            names.add(rules[number].name());
        }
        for (Insertion insertion : forming[number]) {
            Object fact = insertion.from(slots);
            if (fact == null) {
                return false;
            }
            if (made == formed.length) {
                formed = Arrays.copyOf(formed, 2 * made);
            }
            formed[made++] = fact;
        }
        return true;
    }
}
