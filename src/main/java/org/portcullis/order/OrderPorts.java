package org.portcullis.order;

import java.time.InstantSource;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.workflow.Processes;
import org.portcullis.risk.Cooldowns;
import org.portcullis.risk.DecisionBook;
import org.portcullis.risk.KillView;
import org.portcullis.risk.ModeView;
import org.portcullis.risk.RiskDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Everything the order desk works with.
 *
 * @param clock event time in a replay, else the wall clock
 * @param transactions one database transaction per message
 */
public record OrderPorts(RiskDesk risk, DecisionBook decisions, KeptOrders store, Processes workflow, VenuePort venue,
        FillLedger fills, Cooldowns cooldowns, KillView kill, ModeView mode, OrderAudit audit, OrderSeal seal,
        PolicyBook policies, MessageBus bus, ApplicationEventPublisher events, InstantSource clock,
        TransactionOperations transactions) {
}
