package org.portcullis.engine.rules.gate;

import org.jspecify.annotations.Nullable;

/** The comparisons of a whole group in one piece of code: the question that is asked for every bar and every tick. */
interface GateProgram {

    /**
     * Which rules may fire on one fact in each slot, and which of them surely do.
     *
     * @param slots   the facts, null where there is none
     * @param present the bits of the slots that hold one
     * @param surely  its first place takes a bit for each rule that may fire and has all its comparisons certainly hold
     * @return a bit for each rule, the first rule the lowest; a rule without its bit certainly does not fire
     */
    long ask(@Nullable Object[] slots, long present, long[] surely);
}
