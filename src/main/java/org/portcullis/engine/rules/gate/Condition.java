package org.portcullis.engine.rules.gate;

/** One comparison of a rule. */
interface Condition {

    /** One side of it. */
    Operand left();

    /** How the sides are compared. */
    Comparison how();

    /** The other side. */
    Operand right();

    /** What both sides are compared as. */
    Operand.Kind kind();

    /** Whether both sides are read as {@code double}, so that no conversion lies between them and the answer. */
    default boolean exact() {
        return false;
    }

    /** Whether it certainly holds wherever it may, whatever the facts. */
    default boolean certain() {
        return false;
    }

    /** Whether it may hold for the facts in these slots; false only when it certainly does not. */
    boolean mayHold(Object[] facts);

    /** Whether it compares a field of the fact in that slot. */
    boolean reads(int slot);

    /** Whether it certainly holds; false as well when that cannot be told here. */
    boolean surelyHolds(Object[] facts);
}
