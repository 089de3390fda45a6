package org.portcullis.risk.breaker;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.AccountId;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts rejections, unreachable venues, lost streams and failures of our own, and lets their breakers judge the count
 * (S2-CB2, S4-M10). Incidents count by event time and are kept, so that neither a restart nor a replay counts
 * differently.
 */
public final class IncidentWatch {

    /** Breakers that count incidents. */
    public static final Set<Breaker> COUNTED = Set.copyOf(EnumSet.of(Breaker.API_ERRORS, Breaker.REJECTIONS,
            Breaker.EXCEPTIONS, Breaker.FLAPPING));

    private final IncidentBook book;
    private final Breakers breakers;
    private final PolicyReading<BreakerPolicy> limits;
    private final TransactionOperations transactions;

    /** @param transactions joins a transaction that is there, else opens one */
    public IncidentWatch(IncidentBook book, Breakers breakers, PolicyBook policies,
            TransactionOperations transactions) {
        this.book = book;
        this.breakers = breakers;
        this.limits = BreakerPolicy.inForce(policies);
        this.transactions = transactions;
    }

    /**
     * Something went wrong.
     *
     * @param breaker which breaker counts it; one of {@link #COUNTED}
     * @param incidentId our id of it; one that is known changes nothing
     * @param atMs event time, UTC milliseconds
     */
    public void happened(AccountId account, Breaker breaker, Scope scope, String incidentId, long atMs) {
        if (!COUNTED.contains(breaker)) {
            throw new IllegalArgumentException(breaker + " counts no incidents");
        }
        BreakerPolicy policy = limits.now();
        long windowMs = policy.windowMs(breaker);
        transactions.executeWithoutResult(status -> {
            if (book.add(account, breaker, scope, incidentId, atMs)) {
                int count = book.count(account, breaker, scope, atMs - windowMs, atMs);
                IncidentCount counted = new IncidentCount(breaker, count, policy.incidentsMax(breaker));
                breakers.measure(account, scope, List.of(counted), EnumSet.of(breaker), atMs);
                book.forgetBefore(account, breaker, atMs - 2 * windowMs);
            }
        });
    }
}
