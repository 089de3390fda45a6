package org.portcullis.order;

import org.portcullis.risk.Verdict;

/**
 * A proposal was judged; published inside the transaction that keeps the verdict.
 *
 * @param ordered whether an order came of it
 */
public record ProposalJudged(Verdict verdict, boolean ordered) {
}
