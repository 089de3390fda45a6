package org.portcullis.risk.domain.reconcile;

/**
 * Whether our books agree with the venue's. No time stands in it, because a judgement must be the same in every replay.
 *
 * @param clean whether the books were compared since the start, the comparison did not fail too often in a row, and no
 *     difference waits for an answer
 * @param openCases how many differences wait for an answer
 */
public record ReconcileState(boolean clean, int openCases) {
}
