package org.portcullis.risk.breaker;

/** How far a tripped breaker goes; each rung does what the ones before it do (B-R1, D10). Never renamed. */
public enum Rung {
    /** It is said and shown; trading goes on. */
    WARN,
    /** Nothing new is opened; orders that work go on working. */
    BLOCK_ENTRIES,
    /** Entries that wait or work are cancelled as well. */
    REDUCE_ONLY,
    /** Everything held in its scope is closed. */
    FLATTEN,
    /** The kill switch is thrown. */
    KILL;

    /** Whether entries pass; exits always do. */
    public boolean permitsEntries() {
        return this == WARN;
    }

    /** Whether this rung does at least what the other does. */
    public boolean reaches(Rung other) {
        return compareTo(other) >= 0;
    }
}
