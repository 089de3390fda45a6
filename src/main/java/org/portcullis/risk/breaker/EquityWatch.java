package org.portcullis.risk.breaker;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.risk.breaker.PeakBook.Peak;
import org.portcullis.risk.domain.breaker.Drawdown;

/**
 * Judges how far an account's equity, open profit at the last believed prices included, lies below its peak
 * (S2-REQ-DD1, S2-CB4, B-R7). The peak is kept, so a restart forgets nothing. Once a person has let the breaker go, the
 * fall is measured from the highest equity since: who looked at a loss and goes on does not stand still until it is
 * earned back.
 */
public final class EquityWatch {

    private static final Set<Breaker> JUDGED = EnumSet.of(Breaker.DRAWDOWN);

    private final PeakBook peaks;
    private final Breakers breakers;
    private final PolicyReading<BreakerPolicy> limits;

    public EquityWatch(PeakBook peaks, Breakers breakers, PolicyBook policies) {
        this.peaks = peaks;
        this.breakers = breakers;
        this.limits = BreakerPolicy.inForce(policies);
    }

    /**
     * The account is worth that now; inside the transaction that keeps it.
     *
     * @param highest its highest equity so far as its books have it; counts when nothing was kept here before
     * @param atMs event time, UTC milliseconds
     */
    public void seen(AccountId account, Money highest, Money equity, long atMs) {
        long rearmedMs = breakers.rearmedMs(account, Breaker.DRAWDOWN, Scope.GLOBAL);
        Peak first = new Peak(rearmedMs > 0 ? equity : highest, rearmedMs);
        Peak kept = peaks.find(account).orElse(null);
        Peak now = (kept == null || kept.sinceMs() < rearmedMs ? first : kept).with(equity);
        if (!now.equals(kept)) {
            peaks.keep(account, now);
        }
        if (now.amount().compareTo(equity) > 0) {
            breakers.measure(account, Scope.GLOBAL, List.of(new Drawdown(now.amount(), equity),
                    limits.now().losses()), JUDGED, atMs);
        }
    }

    /**
     * Money was paid in: no profit, so the peak goes with it. What is missing counts as lost, because nobody can tell a
     * payment from a loss; a person who can lets the breaker go.
     *
     * @param amount positive
     */
    public void paidIn(AccountId account, Money amount) {
        peaks.find(account).ifPresent(peak ->
                peaks.keep(account, new Peak(peak.amount().plus(amount), peak.sinceMs())));
    }
}
