package org.portcullis.risk;

/**
 * The question of the desk to the portfolio: do our books agree with the venue's? Asked for every judgement of an
 * entry, so it is answered from memory (S0-08, SX-01).
 */
@FunctionalInterface
public interface ReconcileView {

    /** How the books stand; not clean as long as they were never compared. */
    Books books();

    /**
     * How our books stand beside the venue's. No time stands in it: a judgement is the same in every replay.
     *
     * @param clean whether they were compared since the start, the comparison did not fail too often in a row, and no
     *     difference waits for an answer
     * @param openCases how many differences wait for an answer
     */
    record Books(boolean clean, int openCases) {
    }
}
