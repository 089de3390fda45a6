package org.portcullis.risk.exit;

import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.risk.AccountView;
import org.portcullis.risk.PendingView;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.VolatilityView;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Everything the exit watch works with.
 *
 * @param strategies which limits strategies have of their own
 * @param events hears of incidents
 * @param transactions opens a transaction of its own, also after another one was committed
 */
public record ExitPorts(AccountView accounts, PendingView pending, PriceView prices, VolatilityView volatility,
        TermsView terms, SessionView sessions, ProtectionBook book, ExitRules rules, PolicyBook policies,
        StrategyExitsView strategies,
        ApplicationEventPublisher events, TransactionOperations transactions) {
}
