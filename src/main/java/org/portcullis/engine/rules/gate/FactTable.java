package org.portcullis.engine.rules.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts by the slots of their types: the one there is, or the one whose turn it is of several. It may be laid again and
 * again; one thread at a time.
 */
final class FactTable {

    private final Class<?>[] types;
    private final @Nullable Object[] slots;
    private final @Nullable List<Object>[] several;
    /** The slot that the fact of each place filled; -1 for none. So far as there are any, they are different ones. */
    private final int[] before = new int[8];
    private boolean anySeveral;
    private long present;
    /** Slots that hold a fact. */
    private int filled;

    @SuppressWarnings({"unchecked", "rawtypes"})
    FactTable(Class<?>[] types) {
        this.types = types;
        this.slots = new Object[types.length];
        this.several = new List[types.length];
    }

    /** The bit of a slot; slots beyond the last bit share that one. */
    static long bit(int slot) {
        return 1L << Math.min(slot, Long.SIZE - 1);
    }

    /**
     * Lays out these facts in place of those before.
     *
     * @param facts holds them in its first places
     * @return false when a fact is of a subtype of what rules look at: which patterns it meets the engine has to say
     */
    boolean lay(Object[] facts, int count) {
        if (laidAsBefore(facts, count)) {
            return true;
        }
        clear();
        for (int i = 0; i < count; i++) {
            if (!lay(facts[i], i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Mostly facts of the same types come in the same order as before, some of them the very same: each takes its place
     * again.
     */
    private boolean laidAsBefore(Object[] facts, int count) {
        if (count != filled || count > before.length || anySeveral) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            int slot = before[i];
            if (slot < 0) {
                return false;
            }
            Object fact = facts[i];
            if (slots[slot] != fact) {
                if (types[slot] != fact.getClass()) {
                    return false;
                }
                slots[slot] = fact;
            }
        }
        return true;
    }

    /** Takes all facts away. */
    void clear() {
        Arrays.fill(before, -1);
        Arrays.fill(slots, null);
        filled = 0;
        if (anySeveral) {
            Arrays.fill(several, null);
        }
        anySeveral = false;
        present = 0;
    }

    @Nullable Object[] slots() {
        return slots;
    }

    /** The bits of the slots that hold a fact. */
    long present() {
        return present;
    }

    /** Whether there are several facts of some type. */
    boolean hasSeveral() {
        return anySeveral;
    }

    /** All facts of a slot when there are several; null for one or none. */
    @Nullable List<Object> several(int slot) {
        return several[slot];
    }

    private boolean lay(Object fact, int place) {
        Class<?> type = fact.getClass();
        for (int slot = 0; slot < types.length; slot++) {
            if (types[slot] == type) {
                if (place < before.length && slots[slot] == null) {
                    before[place] = slot;
                }
                lay(slot, fact);
                return true;
            }
        }
        for (Class<?> wanted : types) {
            if (wanted.isInstance(fact)) {
                return false;
            }
        }
        return true;
    }

    /** The engine knows a fact by its identity, so the same one given twice is one. */
    void lay(int slot, Object fact) {
        Object first = slots[slot];
        if (first == null || first == fact) {
            slots[slot] = fact;
            present |= bit(slot);
            filled += first == null ? 1 : 0;
            return;
        }
        List<Object> all = several[slot];
        if (all == null) {
            all = new ArrayList<>(2);
            all.add(first);
            several[slot] = all;
        }
        for (Object known : all) {
            if (known == fact) {
                return;
            }
        }
        all.add(fact);
        anySeveral = true;
    }
}
