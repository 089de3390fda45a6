package org.portcullis.order.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.memory.Moments;
import org.portcullis.engine.memory.Recent;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Invariant;
import org.portcullis.order.KeptOrders;
import org.portcullis.order.Order;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderState;
import org.portcullis.order.OrderStep;
import org.portcullis.order.OrderTransition;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;

/**
 * The orders of one account: all that have not ended, and of those that have the newest, which may still be spoken of.
 * Their transitions are not kept.
 */
public final class OrdersInMemory implements KeptOrders {

    private static final int ENDED_KEPT = 2_000;
    private static final int HEARD_KEPT = 20_000;
    /** Longer than any window in which the policy lets cancellations count. */
    private static final long CANCELS_KEPT_MS = 172_800_000;
    private static final Comparator<Order> OLDEST = Comparator.comparingLong(Order::createdAtMs)
            .thenComparing(order -> order.clientOrderId().value());

    private final TermsView terms;
    private final Map<ClientOrderId, Order> open = new HashMap<>();
    private final Map<ClientOrderId, Order> ended = new Recent<>(ENDED_KEPT);
    private final Map<ClientOrderId, Boolean> submitted = new Recent<>(HEARD_KEPT);
    private final Map<String, String> steps = new Recent<>(HEARD_KEPT);
    private final Map<String, String> reports = new Recent<>(HEARD_KEPT);
    private final Moments cancels = new Moments(CANCELS_KEPT_MS);
    private @Nullable List<Pending> pending;
    private long resends;
    private long born;

    /** @param terms tells the multiplier of an instrument */
    public OrdersInMemory(TermsView terms) {
        this.terms = terms;
    }

    /** How many orders there were so far. */
    public long count() {
        return born;
    }

    @Override
    public Optional<Order> find(ClientOrderId id) {
        Order found = open.get(id);
        return Optional.ofNullable(found == null ? ended.get(id) : found);
    }

    @Override
    public Optional<Order> lock(ClientOrderId id) {
        return find(id);
    }

    @Override
    public List<Order> notEnded(AccountId account) {
        List<Order> orders = new ArrayList<>(open.values());
        orders.sort(OLDEST);
        return orders;
    }

    @Override
    public List<Order> newest(int max) {
        List<Order> orders = new ArrayList<>(open.values());
        orders.addAll(ended.values());
        orders.sort(Comparator.comparingLong(Order::createdAtMs).reversed()
                .thenComparing(order -> order.clientOrderId().value()));
        return List.copyOf(orders.subList(0, Math.min(max, orders.size())));
    }

    @Override
    public List<Pending> pending(AccountId account) {
        List<Pending> known = pending;
        if (known == null) {
            known = notEnded(account).stream().map(order -> order.pending(terms.find(order.instrument())
                    .map(TradingTerms::multiplierE8).orElse(FixedPoint.ONE))).toList();
            pending = known;
        }
        return known;
    }

    @Override
    public List<Long> cancelsSince(AccountId account, long fromMs) {
        return LongStream.of(cancels.listSince(fromMs)).boxed().toList();
    }

    @Override
    public void insert(Order order) {
        Order before = open.put(order.clientOrderId(), order);
        Invariant.hold(before == null && !ended.containsKey(order.clientOrderId()),
                () -> "order " + order.clientOrderId() + " was kept before");
        born++;
        pending = null;
    }

    @Override
    public void update(Order order) {
        Order before = find(order.clientOrderId()).orElse(null);
        Invariant.hold(before != null && before.version() == order.version() - 1,
                () -> "order " + order.clientOrderId() + " was changed by somebody else");
        if (order.endedAtMs() == null) {
            open.put(order.clientOrderId(), order);
        } else {
            open.remove(order.clientOrderId());
            ended.put(order.clientOrderId(), order);
        }
        pending = null;
    }

    @Override
    public void transition(Order after, @Nullable OrderState from, String cause, String actor) {
        // who looks back at a run reads its report
    }

    @Override
    public List<OrderTransition> transitions(ClientOrderId id) {
        return List.of();
    }

    @Override
    public boolean reported(String reportId) {
        return reports.containsKey(reportId);
    }

    @Override
    public void report(OrderReport report, String outcome) {
        reports.put(report.reportId(), outcome);
    }

    @Override
    public Optional<String> stepOutcome(String stepId) {
        return Optional.ofNullable(steps.get(stepId));
    }

    @Override
    public void step(OrderStep step, String outcome) {
        steps.put(step.stepId(), outcome);
        if (outcome.equals("SENT")) {
            if (step.kind() == OrderStep.Kind.SUBMIT) {
                submitted.put(step.clientOrderId(), true);
            } else if (step.kind() == OrderStep.Kind.CANCEL) {
                cancels.add(step.atMs());
            }
        }
    }

    @Override
    public boolean submitted(ClientOrderId id) {
        return submitted.containsKey(id);
    }

    @Override
    public long nextResend() {
        return ++resends;
    }
}
