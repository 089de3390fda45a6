package org.portcullis.risk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.strategy.Proposal;

/**
 * What is being judged, with everything that was read for it once: all gates judge the same moment.
 *
 * @param proposal what is proposed
 * @param account for which account
 * @param atMs event time of the judgement, UTC milliseconds
 * @param terms how the instrument trades
 * @param price its last believed price, if any
 * @param state what the account holds, locked until the caller's transaction ends
 * @param pending its other orders that have not ended
 */
public record Subject(Proposal proposal, AccountId account, long atMs, TradingTerms terms, Optional<LastPrice> price,
        AccountState state, List<Pending> pending) {

    public Subject {
        Objects.requireNonNull(proposal, "proposal");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(terms, "terms");
        Objects.requireNonNull(price, "price");
        Objects.requireNonNull(state, "state");
        pending = List.copyOf(pending);
    }
}
