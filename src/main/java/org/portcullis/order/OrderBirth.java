package org.portcullis.order;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.risk.Decision;
import org.portcullis.risk.Mode;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.Verdict;
import org.portcullis.strategy.Proposal;

/** From a proposal to a verdict, and from an approval to an order with its workflow; in the caller's transaction. */
final class OrderBirth {

    private final OrderPorts ports;
    private final OrderLife life;
    private final AccountId account;

    OrderBirth(OrderPorts ports, OrderLife life, AccountId account) {
        this.ports = ports;
        this.life = life;
        this.account = account;
    }

    void judge(Proposal proposal, long microsSoFar) {
        if (ports.decisions().findByProposal(account, proposal.proposalId()).isPresent()) {
            return;
        }
        long atMs = Math.max(ports.clock().millis(), proposal.decidedAtMs());
        Verdict verdict = ports.risk().judge(proposal, account, atMs);
        ports.decisions().insert(verdict, microsSoFar);
        Decision decision = verdict.decision();
        life.audit().append("DECISION_" + verdict.outcome(), decision.decisionId(), "desk", "rules "
                + decision.rulesVersion() + ", policy " + decision.policyHash() + " " + reasons(verdict.reasons()),
                atMs);
        boolean orders = !(verdict instanceof Verdict.Denied) && ports.mode().mode() != Mode.DRY_RUN;
        if (orders) {
            Order order = order(verdict, atMs, ports.policies().current());
            life.begin(order);
            ports.workflow().start(OrderLifecycleVariables.PROCESS, order.clientOrderId().value(), variables(order));
        } else if (verdict.heldBackByMode()) {
            life.unsent(order(verdict, atMs, ports.policies().current()));
        }
        ports.events().publishEvent(new ProposalJudged(verdict, orders));
    }

    private Order order(Verdict verdict, long atMs, Policy policy) {
        Decision decision = verdict.decision();
        Proposal proposal = decision.proposal();
        boolean ask = verdict instanceof Verdict.AskPerson;
        @Nullable Long expires = ask ? (Long) (atMs + policy.duration("order.approval-wait").toMillis()) : null;
        SubmitOrder.Type type = decision.limitPrice().e8() == 0 ? SubmitOrder.Type.MARKET : SubmitOrder.Type.LIMIT;
        return new Order(OrderNumber.of(proposal, decision.quantity()), decision.decisionId(), proposal.proposalId(),
                account, proposal.instrument(), proposal.strategy(), proposal.rule(), proposal.intent(),
                proposal.side(), type, decision.quantity(), decision.limitPrice(),
                new Price(proposal.referencePriceE8()), new Price(proposal.stopPriceE8()),
                new Price(proposal.targetPriceE8()), Quantity.ZERO, Money.ZERO, Money.ZERO, OrderState.NEW, null, ask,
                ask ? reasons(verdict.reasons()) : "", null, null, atMs, atMs, null, expires, 1);
    }

    private Map<String, Object> variables(Order order) {
        Duration stale = ports.policies().current().duration("order.stale-after");
        Map<String, Object> variables = new HashMap<>();
        variables.put(OrderLifecycleVariables.PERSON_ASKED, order.askPerson());
        variables.put(OrderLifecycleVariables.STALE_AFTER, stale.toString());
        variables.put(OrderLifecycleVariables.STEPS_SENT, 0);
        Long expires = order.approvalExpiresAtMs();
        String due = expires == null ? "" : Instant.ofEpochMilli(expires).toString();
        variables.put(OrderLifecycleVariables.APPROVAL_DUE, due);
        return variables;
    }

    private static String reasons(List<ReasonCode> reasons) {
        return reasons.stream().map(ReasonCode::name).collect(Collectors.joining("|"));
    }
}
