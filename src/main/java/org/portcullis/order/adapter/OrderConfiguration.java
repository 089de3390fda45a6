package org.portcullis.order.adapter;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.workflow.Workflow;
import org.portcullis.journal.AuditEntry;
import org.portcullis.journal.AuditTrail;
import org.portcullis.kernel.AccountId;
import org.portcullis.order.Approvals;
import org.portcullis.engine.time.Lane;
import org.portcullis.order.FillLedger;
import org.portcullis.order.OrderAudit;
import org.portcullis.order.OrderDesk;
import org.portcullis.order.OrderPorts;
import org.portcullis.order.OrderSeal;
import org.portcullis.order.VenuePort;
import org.portcullis.order.adapter.seal.HmacSeal;
import org.portcullis.order.adapter.store.OrderStore;
import org.portcullis.risk.Cooldowns;
import org.portcullis.risk.DecisionBook;
import org.portcullis.risk.KillState;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.ModeView;
import org.portcullis.risk.RiskDesk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the order desk. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    /** Name of the paper venue in fills and reports. */
    private static final String PAPER = "paper";
    private static final String WRITER = "desk";

    @Bean
    AccountId tradedAccount(@Value("${portcullis.account.name}") String name) {
        return new AccountId(name);
    }

    @Bean
    Lane deskLane() {
        return new Lane();
    }

    @Bean
    OrderSeal orderSeal(@Value("${portcullis.home}") Path home) {
        return HmacSeal.open(home);
    }

    /** Every entry names the rules and the policy in force (S2-CH1). */
    @Bean
    OrderAudit orderAudit(AuditTrail trail, RuleLibrary rules, PolicyBook policies) {
        return (kind, subject, actor, text, atMs) ->
                trail.append(new AuditEntry(WRITER, Instant.ofEpochMilli(atMs), actor,
                kind.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), subject, Map.of("text", text), rules.version(),
                policies.current().hash()));
    }

    @Bean
    OrderPorts orderPorts(RiskDesk risk, DecisionBook decisions, OrderStore store, Workflow workflow, VenuePort venue,
            FillLedger fills, Cooldowns cooldowns, KillSwitch kill, ModeView mode, OrderAudit audit, OrderSeal seal,
            PolicyBook policies, MessageBus bus, ApplicationEventPublisher events, EventClock clock,
            PlatformTransactionManager transactions) {
        return new OrderPorts(risk, decisions, store, workflow, venue, fills, cooldowns, kill, mode,
                audit, seal, policies, bus, events, clock, new TransactionTemplate(transactions));
    }

    @Bean
    OrderDesk orderDesk(OrderPorts ports, AccountId account, KillSwitch kill) {
        OrderDesk desk = new OrderDesk(ports, account, PAPER);
        kill.onChange(now -> {
            if (now instanceof KillState.On on) {
                desk.cancelAll(account, on.reason(), on.by());
            }
        });
        return desk;
    }

    @Bean
    Approvals approvals(Workflow workflow, OrderStore store, OrderAudit audit, EventClock clock,
            PlatformTransactionManager transactions) {
        return new Approvals(workflow, store, audit, clock, new TransactionTemplate(transactions));
    }
}
