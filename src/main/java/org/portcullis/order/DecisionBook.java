package org.portcullis.order;

import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.Verdict;

/** Where verdicts are kept, in the caller's transaction. */
public interface DecisionBook {

    /** The verdict on a proposal, if the account's desk has judged it before. */
    Optional<Verdict> findByProposal(AccountId account, String proposalId);

    /** The verdict as it was given. */
    Optional<Verdict> find(String decisionId);

    /**
     * Keeps a verdict.
     *
     * @param verdictMicros time from the market frame's receipt to the verdict, in microseconds; never negative
     */
    void insert(Verdict verdict, long verdictMicros);
}
