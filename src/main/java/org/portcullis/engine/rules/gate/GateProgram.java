package org.portcullis.engine.rules.gate;

import org.jspecify.annotations.Nullable;

/** The comparisons of a whole group in one piece of code: the question that is asked for every bar and every tick. */
interface GateProgram {

    /**
     * Which rules may fire on one fact in each slot.
     *
     * @param slots   the facts, null where there is none
     * @param present the bits of the slots that hold one
     * @return a bit for each rule, the first rule the lowest; a rule without its bit certainly does not fire
     */
    long mayFire(@Nullable Object[] slots, long present);

    /**
     * Which rules have all their comparisons certainly hold.
     *
     * @param may the rules that may fire: only they are looked at
     */
    long surelyFires(@Nullable Object[] slots, long may);
}
