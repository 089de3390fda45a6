package org.portcullis.order.adapter.store;

import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.order.DecisionBook;
import org.portcullis.risk.Verdict;
import org.portcullis.risk.adapter.store.Decisions;

/** The order room's decision book is the risk room's table of decisions. */
public record KeptDecisions(Decisions decisions) implements DecisionBook {

    @Override
    public Optional<Verdict> findByProposal(AccountId account, String proposalId) {
        return decisions.findByProposal(account, proposalId);
    }

    @Override
    public Optional<Verdict> find(String decisionId) {
        return decisions.find(decisionId);
    }

    @Override
    public void insert(Verdict verdict, long verdictMicros) {
        decisions.insert(verdict, verdictMicros);
    }
}
