package org.portcullis.risk.adapter.gates;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.market.Listing.Kind;
import org.portcullis.risk.DecidedOrders;
import org.portcullis.risk.DecidedOrders.Decided;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.PendingView;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.PriceWindow;
import org.portcullis.risk.PriceWindow.PriceRange;
import org.portcullis.risk.Subject;
import org.portcullis.risk.domain.Situation;
import org.portcullis.risk.domain.orders.OrderBounds;
import org.portcullis.risk.domain.orders.OrderFlow;
import org.portcullis.risk.domain.orders.PriceCollar;
import org.portcullis.risk.domain.orders.ReferenceValue;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/** Brings bounds, price collar and flow of single orders (B-R4, B-R6, B-R10, B-R12, B-R15). */
public final class OrderGate implements GateFacts {

    private static final long SECOND_MS = 1_000;
    private static final long MINUTE_MS = 60_000;

    private final PolicyReading<Limits> limits;
    private final DecidedOrders decided;
    private final PriceWindow window;
    private final Function<InstrumentId, Optional<Kind>> kinds;
    private final PendingView orders;

    /**
     * @param kinds  what an instrument is; of one that is not listed nothing may be ordered
     * @param orders tells which cancellations were sent
     */
    public OrderGate(PolicyBook policies, DecidedOrders decided, PriceWindow window,
            Function<InstrumentId, Optional<Kind>> kinds, PendingView orders) {
        this.orders = orders;
        this.limits = new PolicyReading<>(policies, Limits::of);
        this.decided = decided;
        this.window = window;
        this.kinds = kinds;
    }

    @Override
    public List<Record> judging(Subject subject) {
        Limits policy = limits.now();
        List<Record> facts = new ArrayList<>();
        if (subject.proposal().intent() == Intent.EXIT) {
            subject.price().ifPresent(last -> facts.add(new ReferenceValue(last.price(),
                    subject.terms().multiplierE8(), policy.exitValueMax())));
            return facts;
        }
        Price limit = Situation.entryLimit(subject.proposal(), subject.terms(),
                policy.slippageMax());
        facts.add(bounds(subject, policy));
        facts.add(flow(subject, limit, policy));
        subject.price().ifPresent(last -> facts.add(collar(subject, limit, last, policy)));
        return facts;
    }

    @Override
    public List<Record> sizing(Subject subject) {
        return List.of(bounds(subject, limits.now()));
    }

    private OrderBounds bounds(Subject subject, Limits policy) {
        Quantity most = kinds.apply(subject.proposal().instrument()).map(policy.quantityMax()::get)
                .orElse(Quantity.ZERO);
        return new OrderBounds(policy.valueMax(), policy.valueAsk(), most);
    }

    private PriceCollar collar(Subject subject, Price limit, LastPrice last, Limits policy) {
        long fromMs = subject.atMs() - policy.collarWindowMs();
        PriceRange seen = window.range(subject.proposal().instrument(), fromMs)
                .orElse(new PriceRange(last.price(), last.price()));
        return PriceCollar.of(limit, last.price(), seen.lowest(), seen.highest(), policy.collar());
    }

    private OrderFlow flow(Subject subject, Price limit, Limits policy) {
        long atMs = subject.atMs();
        long alikeMs = policy.duplicateMs();
        List<Long> sent = new ArrayList<>(orders.cancelsSince(subject.account(), atMs - MINUTE_MS));
        List<Quantity> alike = new ArrayList<>();
        for (Decided order : decided.since(subject.account(), atMs - Math.max(MINUTE_MS, alikeMs))) {
            if (!order.proposalId().equals(subject.proposal().proposalId())) {
                sent.add(order.decidedAtMs());
                if (order.decidedAtMs() > atMs - alikeMs && alike(order, subject.proposal(), limit)) {
                    alike.add(order.quantity());
                }
            }
        }
        return new OrderFlow(after(sent, atMs - SECOND_MS), after(sent, atMs - MINUTE_MS),
                policy.perSecondMax(), policy.perMinuteMax(), alike);
    }

    private static boolean alike(Decided order, Proposal proposal, Price limit) {
        return order.intent() == Intent.ENTER && order.instrument().equals(proposal.instrument())
                && order.side() == proposal.side() && order.strategy().equals(proposal.strategy())
                && order.limitPrice().equals(limit);
    }

    private static int after(List<Long> times, long ms) {
        int count = 0;
        for (long time : times) {
            count += time > ms ? 1 : 0;
        }
        return count;
    }

    /** What the policy says of single orders. */
    private record Limits(Money exitValueMax, Percent slippageMax, Money valueMax, Money valueAsk,
            Map<Kind, Quantity> quantityMax, long collarWindowMs, PriceCollar.Limits collar, long duplicateMs,
            int perSecondMax, int perMinuteMax) {

        static Limits of(Policy policy) {
            Map<Kind, Quantity> quantityMax = new EnumMap<>(Kind.class);
            for (Kind kind : Kind.values()) {
                quantityMax.put(kind, new Quantity(policy.number("orders.quantity-max-"
                        + kind.name().toLowerCase(Locale.ROOT))));
            }
            return new Limits(policy.money("orders.exit-value-max"), policy.percent("risk.entry-slippage-pct-max"),
                    policy.money("orders.value-max"), policy.money("orders.value-ask"), quantityMax,
                    policy.duration("orders.collar-window").toMillis(), new PriceCollar.Limits(
                            policy.percent("orders.collar-pct-max"), policy.percent("orders.collar-pct-ask"),
                            policy.percent("orders.collar-window-pct-max")),
                    policy.duration("orders.duplicate-window").toMillis(), policy.integer("orders.per-second-max"),
                    policy.integer("orders.per-minute-max"));
        }
    }
}
