package org.portcullis.risk;

import java.util.Optional;
import org.portcullis.engine.route.Json;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.adapter.store.Decisions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where verdicts are kept, in the caller's transaction. */
public interface DecisionBook {

    /** The book in that database, for reading outside the application. */
    static DecisionBook in(JdbcClient database) {
        return new Decisions(database, Json.shared(), event -> { });
    }

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
