package org.portcullis.risk;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.store.StoreVisit;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.adapter.store.Decisions;

/** Where verdicts are kept, in the caller's transaction. */
public interface DecisionBook {

    /** The book in the visited database, for reading outside the application. */
    static DecisionBook in(StoreVisit visit) {
        return new Decisions(visit.jdbc(), Json.shared(), event -> { });
    }

    /** The verdict on a proposal, if the account's desk has judged it before. */
    Optional<Verdict> findByProposal(AccountId account, String proposalId);

    /** The verdict as it was given. */
    Optional<Verdict> find(String decisionId);

    /**
     * Shows every verdict decided at that event time or later, the oldest first.
     *
     * @throws IllegalStateException when one cannot be read by this version
     */
    void eachSince(Instant since, Consumer<Verdict> reader);

    /**
     * Keeps a verdict.
     *
     * @param verdictMicros time from the market frame's receipt to the verdict, in microseconds; never negative
     */
    void insert(Verdict verdict, long verdictMicros);
}
