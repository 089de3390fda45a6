package org.portcullis.risk.adapter.gates;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.portcullis.kernel.Percent;
import org.portcullis.risk.DecidedOrders;
import org.portcullis.risk.DecidedOrders.Decided;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.Subject;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.domain.Commitments;
import org.portcullis.risk.domain.budget.StrategyUse;
import org.portcullis.risk.domain.exposure.CommittedBook;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyBudget;

/** Brings what the strategy of an entry uses and may use (S2-REQ-STR3). */
public final class BudgetGate implements GateFacts {

    private static final long MINUTE_MS = 60_000;

    private final Function<String, Optional<StrategyBudget>> budgets;
    private final DecidedOrders decided;
    private final PriceView prices;
    private final TermsView terms;
    private final OncePerSubject<List<Record>> uses = new OncePerSubject<>(subject -> List.of(use(subject)));

    /** @param budgets the budget in force of a strategy, or nothing when it is not listed */
    public BudgetGate(Function<String, Optional<StrategyBudget>> budgets, DecidedOrders decided, PriceView prices,
            TermsView terms) {
        this.budgets = budgets;
        this.decided = decided;
        this.prices = prices;
        this.terms = terms;
    }

    @Override
    public List<Record> judging(Subject subject) {
        return subject.proposal().intent() == Intent.ENTER ? uses.of(subject) : List.of();
    }

    @Override
    public List<Record> sizing(Subject subject) {
        return uses.of(subject);
    }

    private StrategyUse use(Subject subject) {
        String strategy = subject.proposal().strategy();
        CommittedBook book = CommittedBook.of(
                new Commitments(subject.state(), subject.pending(), prices, terms));
        Optional<StrategyBudget> budget = budgets.apply(strategy);
        return new StrategyUse(strategy, budget.isPresent(), book.equity(),
                book.committed(line -> line.strategy().equals(strategy)), entriesThisCycle(subject),
                budget.map(StrategyBudget::atRiskMax).orElse(new Percent(0)),
                budget.map(StrategyBudget::tradesPerCycleMax).orElse(0));
    }

    /** The cycle of an entry is the minute of the bar or the signal that brought it, however late it is judged. */
    private int entriesThisCycle(Subject subject) {
        Proposal proposal = subject.proposal();
        long minute = Math.floorDiv(proposal.barOpenTimeMs(), MINUTE_MS);
        List<Decided> since = decided.since(subject.account(), minute * MINUTE_MS);
        return (int) since.stream().filter(order -> order.intent() == Intent.ENTER
                && order.strategy().equals(proposal.strategy())
                && Math.floorDiv(order.barOpenTimeMs(), MINUTE_MS) == minute
                && !order.proposalId().equals(proposal.proposalId())).count();
    }
}
