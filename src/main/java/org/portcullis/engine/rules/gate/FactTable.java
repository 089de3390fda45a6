package org.portcullis.engine.rules.gate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts by the slots of their types: the one there is, or the one whose turn it is of several. */
final class FactTable {

    private final Class<?>[] types;
    private final @Nullable Object[] slots;
    private @Nullable List<Object> @Nullable [] several;
    private boolean clear = true;

    FactTable(Class<?>[] types, List<?> facts) {
        this.types = types;
        this.slots = new Object[types.length];
        for (int i = 0; i < facts.size(); i++) {
            put(facts.get(i));
        }
    }

    /** False when a fact is of a subtype of what rules look at: which patterns it meets the engine has to say. */
    boolean isClear() {
        return clear;
    }

    @Nullable Object[] slots() {
        return slots;
    }

    /** All facts of a slot when there are several; null for one or none. */
    @Nullable List<Object> several(int slot) {
        return several == null ? null : several[slot];
    }

    private void put(Object fact) {
        Class<?> type = fact.getClass();
        for (int slot = 0; slot < types.length; slot++) {
            if (types[slot] == type) {
                put(slot, fact);
                return;
            }
        }
        for (Class<?> wanted : types) {
            clear &= !wanted.isInstance(fact);
        }
    }

    @SuppressWarnings("unchecked")
    private void put(int slot, Object fact) {
        Object first = slots[slot];
        if (first == null || first == fact) {
            slots[slot] = fact;
            return;
        }
        if (several == null) {
            several = new List[types.length];
        }
        List<Object> all = several[slot];
        if (all == null) {
            all = new ArrayList<>();
            all.add(first);
            several[slot] = all;
        }
        if (all.stream().noneMatch(known -> known == fact)) {
            all.add(fact);
        }
    }
}
