package org.portcullis.risk.breaker;

import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Side;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.breaker.MarketTapes.Met;
import org.portcullis.risk.domain.breaker.SlippageModel;
import org.portcullis.risk.domain.breaker.SlippageRatio;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Compares what takers paid beyond the price they met with what the model of costs says, over the newest fills (S4-M4).
 * The price met is the first one of the minute in which the fill happened; a fill waits until the desk has seen that
 * minute, and one whose minute is never seen proves nothing.
 */
public final class SlippageWatch {

    private final FillCosts costs;
    private final MarketTapes tapes;
    private final TermsView terms;
    private final Breakers breakers;
    private final PolicyReading<BreakerPolicy> limits;
    private final PolicyReading<SlippageModel> model;
    private final TransactionOperations transactions;
    /** Whether fills may wait; a stop of the process may have left some. */
    private volatile boolean waiting = true;

    /** @param transactions joins a transaction that is there, else opens one */
    public SlippageWatch(FillCosts costs, MarketTapes tapes, TermsView terms, Breakers breakers, PolicyBook policies,
            TransactionOperations transactions) {
        this.costs = costs;
        this.tapes = tapes;
        this.terms = terms;
        this.breakers = breakers;
        this.limits = BreakerPolicy.inForce(policies);
        this.model = new PolicyReading<>(policies, SlippageWatch::model);
        this.transactions = transactions;
    }

    /** A fill was told, inside the transaction that books it. */
    public void told(FillTold fill) {
        if (!fill.maker()) {
            costs.told(fill);
            waiting = true;
            settle(fill.account());
        }
    }

    /** Works out what those fills cost whose minute the desk has seen by now. */
    public void settle(AccountId account) {
        if (!waiting) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            List<FillTold> open = costs.open(account);
            open.forEach(fill -> settle(fill));
            waiting = !costs.open(account).isEmpty();
        });
    }

    private void settle(FillTold fill) {
        Optional<Met> met = tapes.met(fill.instrument(), fill.atMs());
        Optional<TradingTerms> traded = terms.find(fill.instrument());
        if (met.isPresent() && traded.isPresent()) {
            long beyondE8 = fill.side() == Side.BUY ? fill.price().e8() - met.get().price().e8()
                    : met.get().price().e8() - fill.price().e8();
            long modelledE8 = model.now().e8(met.get().price(), met.get().rangeE8(), fill.side(),
                    traded.get().tickE8());
            costs.settle(fill, worth(beyondE8, fill, traded.get()), worth(modelledE8, fill, traded.get()));
            judge(fill);
        } else if (traded.isEmpty() || tapes.newestMs(fill.instrument()) >= fill.atMs()) {
            costs.drop(fill);
        }
    }

    private void judge(FillTold fill) {
        BreakerPolicy policy = limits.now();
        FillCosts.Sum sum = costs.sum(fill.account(), breakers.rearmedMs(fill.account(), Breaker.SLIPPAGE,
                Scope.GLOBAL), policy.integer(Breaker.SLIPPAGE, "fills"));
        if (sum.fills() >= policy.integer(Breaker.SLIPPAGE, "fills-min")) {
            breakers.measure(fill.account(), Scope.GLOBAL, List.of(new SlippageRatio(times(sum),
                    policy.numberE8(Breaker.SLIPPAGE, "ratio-max"))), EnumSet.of(Breaker.SLIPPAGE), fill.atMs());
        }
    }

    /** How many times the model was paid; where the model says nothing, whatever was paid is beyond measure. */
    private static long times(FillCosts.Sum sum) {
        long paidE8 = Math.max(0, sum.paid().e8());
        if (paidE8 == 0) {
            return 0;
        }
        return sum.modelled().e8() <= 0 ? Long.MAX_VALUE
                : FixedPoint.divide(paidE8, sum.modelled().e8(), RoundingMode.HALF_EVEN);
    }

    private static Money worth(long unitE8, FillTold fill, TradingTerms terms) {
        long e8 = FixedPoint.multiply(unitE8, fill.quantity().e8(), RoundingMode.HALF_EVEN);
        return new Money(FixedPoint.multiply(e8, terms.multiplierE8(), RoundingMode.HALF_EVEN));
    }

    private static SlippageModel model(Policy policy) {
        return new SlippageModel(policy.number("venue.paper.spread-bps"), policy.number("venue.paper.atr-pct"),
                policy.number("venue.paper.calm-bps"), policy.number("venue.paper.wild-bps"),
                policy.number("venue.paper.volatility-factor-max"));
    }
}
