package org.portcullis.engine.rules.gate;

/** One comparison of a rule. */
interface Condition {

    /** Whether it may hold for the facts in these slots; false only when it certainly does not. */
    boolean mayHold(Object[] facts);
}
