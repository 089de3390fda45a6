package org.portcullis.risk.domain.budget;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.risk.domain.EntryOrder;
import org.portcullis.risk.domain.Exposure;

/**
 * What the strategy of an order uses of the account, the order itself not included, and what it may use (S2-REQ-STR3).
 * A strategy that {@code rules/strategies.yaml} does not list may use nothing.
 *
 * @param strategy its name
 * @param listed whether it has a budget at all
 * @param equity of the account
 * @param committed held and pending in positions of this strategy
 * @param entriesThisCycle entries of this strategy that the same minute already brought, over all instruments
 * @param atRiskLimit how much of the equity may be committed by it
 * @param entriesPerCycleMax entries that one minute may bring
 */
public record StrategyUse(String strategy, boolean listed, Money equity, Money committed, int entriesThisCycle,
        Percent atRiskLimit, int entriesPerCycleMax) {

    /** Share of equity committed by the strategy once this order and everything pending is filled. */
    public Percent pctWith(EntryOrder order) {
        return Exposure.pctOf(equity, committed, order);
    }

    /** Entries of the minute, this order included. */
    public int entriesWithOrder() {
        return entriesThisCycle + 1;
    }
}
