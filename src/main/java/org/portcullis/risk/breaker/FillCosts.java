package org.portcullis.risk.breaker;

import java.util.List;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;

/** Keeps what takers paid beyond the price they met; every call joins the caller's transaction. */
public interface FillCosts {

    /** Keeps a fill whose cost is not known yet; one that is known changes nothing. */
    void told(FillTold fill);

    /** Fills of that account whose cost is not known yet. */
    List<FillTold> open(AccountId account);

    /**
     * Keeps what a fill cost.
     *
     * @param paid beyond the price it met; negative when it was better
     * @param modelled what the model of costs says
     */
    void settle(FillTold fill, Money paid, Money modelled);

    /** Forgets a fill whose cost will never be known. */
    void drop(FillTold fill);

    /** What the newest fills cost that happened after that moment, {@code newest} at most. */
    Sum sum(AccountId account, long afterMs, int newest);

    /** What fills cost together. */
    record Sum(int fills, Money paid, Money modelled) {
    }

}
