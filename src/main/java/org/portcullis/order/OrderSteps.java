package org.portcullis.order;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.kernel.Price;
import org.portcullis.risk.Check;
import org.portcullis.risk.Decision;
import org.portcullis.risk.Mode;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.Verdict;
import org.portcullis.strategy.Intent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes steps: each once, each with a word about what became of it; in the caller's transaction. */
final class OrderSteps {

    private static final Logger LOG = LoggerFactory.getLogger(OrderSteps.class);
    private static final String WORKFLOW = "workflow";

    private final OrderPorts ports;
    private final OrderLife life;

    OrderSteps(OrderPorts ports, OrderLife life) {
        this.ports = ports;
        this.life = life;
    }

    /** What became of a step; kept by these names. */
    private enum Outcome { SENT, APPLIED, IGNORED, REFUSED }

    Optional<Outgoing> take(OrderStep step) {
        Order order = ports.store().lock(step.clientOrderId()).orElseThrow(() ->
                new IllegalArgumentException("no order " + step.clientOrderId() + " for step " + step.kind()));
        Optional<String> before = ports.store().stepOutcome(step.stepId());
        if (before.isPresent()) {
            return before.get().equals(Outcome.SENT.name()) ? again(order, step) : Optional.empty();
        }
        if (order.state().terminal()) {
            return done(step, Outcome.IGNORED);
        }
        return switch (step.kind()) {
            case SUBMIT -> submit(order, step);
            case CANCEL -> cancel(order, step);
            case DECLINE -> endHere(order, step, OrderState.CANCELED, "DECLINED");
            case EXPIRE -> endHere(order, step, OrderState.EXPIRED, "APPROVAL_LATE");
        };
    }

    private Optional<Outgoing> submit(Order order, OrderStep step) {
        if (ports.store().submitted(order.clientOrderId())) {
            return done(step, Outcome.IGNORED);
        }
        if (order.askPerson() && step.by().equals(WORKFLOW)) {
            LOG.error("order {} needs a person and nobody is named; it is not sent", order.clientOrderId());
            return done(step, Outcome.REFUSED);
        }
        Decision earlier = decision(order);
        if (ports.kill().isOn() && !passesKill(order)) {
            return endHere(order, step, OrderState.CANCELED, ReasonCode.KILL_SWITCH_ON.name());
        }
        if (ports.mode().mode() == Mode.DRY_RUN) {
            return endHere(order, step, OrderState.CANCELED, Mode.NOT_SENT);
        }
        if (!order.askPerson()) {
            return sent(order, earlier, step);
        }
        Verdict verdict = ports.risk().recheck(earlier, step.atMs());
        if (verdict instanceof Verdict.Approved approved) {
            Order agreed = life.change(order, order.state(), OrderLife.Brought.approval(step.by()), "approved",
                    step.by(), step.atMs());
            return sent(agreed, approved.decision(), step);
        }
        String why = verdict.reasons().isEmpty() ? verdict.outcome().name() : verdict.reasons().get(0).name();
        return endHere(order, step, OrderState.CANCELED, why);
    }

    /** Closing risk may go on while the kill switch is on (S2-K3); opening it never does. */
    private boolean passesKill(Order order) {
        return order.intent() == Intent.EXIT && ports.policies().current().flag("risk.kill-permits-exits");
    }

    private Optional<Outgoing> sent(Order order, Decision decision, OrderStep step) {
        life.audit().append("ORDER_SUBMITTED", order.clientOrderId().value(), step.by(),
                "to the gateway on decision " + order.decisionId(), step.atMs());
        done(step, Outcome.SENT);
        return Optional.of(new Outgoing.Submit(command(order, decision, step), order.clientOrderId() + "/submit"));
    }

    private Optional<Outgoing> cancel(Order order, OrderStep step) {
        if (!ports.store().submitted(order.clientOrderId())) {
            return endHere(order, step, OrderState.CANCELED, step.reason());
        }
        life.audit().append("ORDER_CANCEL_ASKED", order.clientOrderId().value(), step.by(), step.reason(), step.atMs());
        done(step, Outcome.SENT);
        return Optional.of(cancelCommand(order, step, step.stepId() + "/cancel"));
    }

    /** Ends an order that has not left; one that has left can only be ended by the venue. */
    private Optional<Outgoing> endHere(Order order, OrderStep step, OrderState end, String reason) {
        if (ports.store().submitted(order.clientOrderId())) {
            return done(step, Outcome.IGNORED);
        }
        done(step, Outcome.APPLIED);
        life.change(order, end, OrderLife.Brought.reason(reason), step.kind() + ": " + step.reason(), step.by(),
                step.atMs());
        return Optional.empty();
    }

    /** The step was kept, but perhaps its command did not leave; the gateway knows commands it has seen. */
    private Optional<Outgoing> again(Order order, OrderStep step) {
        String suffix = "/again-" + ports.store().nextResend();
        if (step.kind() == OrderStep.Kind.SUBMIT && order.state() == OrderState.NEW) {
            Decision decision = order.askPerson() ? rechecked(order, step) : decision(order);
            return Optional.of(new Outgoing.Submit(command(order, decision, step), order.clientOrderId() + suffix));
        }
        if (step.kind() == OrderStep.Kind.CANCEL && !order.state().terminal()) {
            return Optional.of(cancelCommand(order, step, step.stepId() + suffix));
        }
        return Optional.empty();
    }

    /** Judged again: what may leave is what holds now; without its checks the gateway refuses the command. */
    private Decision rechecked(Order order, OrderStep step) {
        return ports.risk().recheck(decision(order), step.atMs()).decision();
    }

    private Decision decision(Order order) {
        return ports.decisions().find(order.decisionId()).map(Verdict::decision).orElseThrow(() ->
                new IllegalStateException("order " + order.clientOrderId() + " has lost its decision"));
    }

    private SubmitOrder command(Order order, Decision decision, OrderStep step) {
        long validMs = ports.policies().current().duration("order.command-valid").toMillis();
        Set<String> passed = new LinkedHashSet<>(2 * decision.checks().size());
        for (Check check : decision.checks()) {
            if (check.pass()) {
                passed.add(check.code());
            }
        }
        List<String> checks = new ArrayList<>(passed);
        if (passesKill(order)) {
            checks.add(SubmitOrder.PASSES_KILL);
        }
        Price limit = order.type() == SubmitOrder.Type.MARKET ? new Price(0) : order.limitPrice();
        return ports.seal().sign(new SubmitOrder(order.clientOrderId(), order.account(), order.decisionId(),
                order.instrument(), order.side(), order.type(), order.quantity(), limit, checks,
                decision.rulesVersion(), decision.policyHash(), step.atMs(), step.atMs() + validMs, ""));
    }

    private static Outgoing cancelCommand(Order order, OrderStep step, String messageId) {
        return new Outgoing.Cancel(new CancelOrder(order.clientOrderId(), order.account(), step.reason(), step.atMs()),
                messageId);
    }

    private Optional<Outgoing> done(OrderStep step, Outcome outcome) {
        ports.store().step(step, outcome.name());
        return Optional.empty();
    }
}
