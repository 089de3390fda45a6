package org.portcullis.portfolio.adapter.store;

import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Quantity;
import org.portcullis.portfolio.PositionReduced;
import org.portcullis.portfolio.domain.Position;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.breaker.ResultBooked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Writes off what an exit left over and no order could close, where the policy says so: its cost and entry fees become
 * a loss at once, its quantity stays at no cost. What is owed or trades on margin is never written off.
 */
@Repository
public class DustStore {

    private final JdbcClient jdbc;
    private final TermsView terms;
    private final PolicyBook policies;
    private final ApplicationEventPublisher events;

    public DustStore(JdbcClient jdbc, TermsView terms, PolicyBook policies, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.policies = policies;
        this.events = events;
    }

    /** Looks at what a fill left, inside the transaction that booked it; an entry leaves no dust yet. */
    @EventListener
    public void onReduced(PositionReduced reduced) {
        if (policies.current().flag("portfolio.dust.write-off")) {
            jdbc.sql("""
                    SELECT quantity_e8, cost_e8, entry_fees_e8, margin FROM portfolio.positions WHERE account = :account
                        AND instrument = :instrument AND strategy = :strategy AND quantity_e8 > 0 AND NOT margin""")
                    .param("account", reduced.account().value()).param("instrument", reduced.instrument().value())
                    .param("strategy", reduced.strategy()).query((row, number) -> PortfolioReader.position(row))
                    .optional().filter(left -> dust(reduced, left.quantity()))
                    .filter(left -> left.cost().e8() != 0 || left.entryFees().e8() != 0)
                    .ifPresent(left -> writeOff(reduced, left));
        }
    }

    private boolean dust(PositionReduced reduced, Quantity left) {
        return terms.find(reduced.instrument()).map(trades -> trades.dust(left)).orElse(false);
    }

    private void writeOff(PositionReduced reduced, Position left) {
        Money loss = left.cost().plus(left.entryFees());
        jdbc.sql("""
                UPDATE portfolio.positions SET cost_e8 = 0, entry_fees_e8 = 0 WHERE account = :account
                    AND instrument = :instrument AND strategy = :strategy""")
                .param("account", reduced.account().value()).param("instrument", reduced.instrument().value())
                .param("strategy", reduced.strategy()).update();
        long equityE8 = jdbc.sql("""
                UPDATE portfolio.accounts SET realised_e8 = realised_e8 - :loss WHERE account = :account
                RETURNING initial_cash_e8 + realised_e8""")
                .param("loss", loss.e8()).param("account", reduced.account().value()).query(Long.class).single();
        jdbc.sql("""
                INSERT INTO portfolio.dust_log (account, instrument, strategy, quantity_e8, loss_e8, at)
                VALUES (:account, :instrument, :strategy, :quantity, :loss, :at)""")
                .param("account", reduced.account().value()).param("instrument", reduced.instrument().value())
                .param("strategy", reduced.strategy()).param("quantity", left.quantity().e8()).param("loss", loss.e8())
                .param("at", ReconcileStore.at(reduced.atMs())).update();
        events.publishEvent(new ResultBooked(reduced.account(), reduced.instrument(), reduced.strategy(),
                loss.negated(),
                false, new Money(equityE8), reduced.atMs()));
    }
}
