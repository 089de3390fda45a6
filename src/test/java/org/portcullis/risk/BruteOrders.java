package org.portcullis.risk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Listing.Kind;
import org.portcullis.risk.DecidedOrders.Decided;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.PriceWindow.PriceRange;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

/** Controls on single orders, worked out a second time, plainly and without rules. */
final class BruteOrders {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final DeskScene scene;
    private final Proposal proposal;
    private final Policy policy;
    private final BigDecimal limit;

    BruteOrders(DeskScene scene, Proposal proposal, Policy policy, BigDecimal limit) {
        this.scene = scene;
        this.proposal = proposal;
        this.policy = policy;
        this.limit = limit;
    }

    boolean tooValuable(BigDecimal notional) {
        return notional.compareTo(e8(policy.money("orders.value-max").e8())) > 0;
    }

    boolean tooMany(BigDecimal quantity) {
        Kind kind = scene.kinds.get(proposal.instrument());
        return quantity.compareTo(kind == null ? BigDecimal.ZERO
                : e8(policy.number("orders.quantity-max-" + kind.name().toLowerCase(Locale.ROOT)))) > 0;
    }

    List<ReasonCode> entry(BigDecimal quantity, BigDecimal notional) {
        List<ReasonCode> broken = new ArrayList<>();
        add(broken, tooValuable(notional), ReasonCode.ORDER_VALUE_TOO_LARGE);
        add(broken, tooMany(quantity), ReasonCode.ORDER_QUANTITY_TOO_LARGE);
        LastPrice last = scene.prices.get(proposal.instrument());
        if (last != null) {
            BigDecimal price = e8(last.price().e8());
            add(broken, farther(limit, price, "orders.collar-pct-max"), ReasonCode.PRICE_OUTSIDE_COLLAR);
            PriceRange range = scene.ranges.get(proposal.instrument());
            BigDecimal low = range == null ? price : e8(range.lowest().e8());
            BigDecimal high = range == null ? price : e8(range.highest().e8());
            boolean outside = limit.compareTo(high) > 0 && farther(limit, high, "orders.collar-window-pct-max")
                    || limit.compareTo(low) < 0 && farther(limit, low, "orders.collar-window-pct-max");
            add(broken, outside, ReasonCode.PRICE_OUTSIDE_WINDOW);
        }
        boolean fast = 1 + since(1_000) > policy.integer("orders.per-second-max")
                || 1 + since(60_000) > policy.integer("orders.per-minute-max");
        add(broken, fast, ReasonCode.ORDER_RATE_TOO_HIGH);
        add(broken, repeated(quantity), ReasonCode.ORDER_DUPLICATE);
        add(broken, new BruteMarket(scene, proposal, policy).tooManyMessages(),
                ReasonCode.MESSAGES_PER_FILL_TOO_MANY);
        add(broken, 1 + alike() > policy.integer("risk.breaker.repeated-execution.max"),
                ReasonCode.EXECUTION_REPEATED);
        return broken;
    }

    List<ReasonCode> exit(BigDecimal closable) {
        List<ReasonCode> broken = new ArrayList<>();
        LastPrice last = scene.prices.get(proposal.instrument());
        InstrumentId instrument = proposal.instrument();
        boolean absurd = last != null && e8(last.price().e8()).multiply(closable)
                .setScale(8, java.math.RoundingMode.HALF_EVEN)
                .multiply(e8(scene.terms.get(instrument).multiplierE8()))
                .compareTo(e8(policy.money("orders.exit-value-max").e8())) > 0;
        add(broken, absurd, ReasonCode.EXIT_ABSURD);
        return broken;
    }

    /** Why a person is asked about an order that no limit forbids. */
    List<ReasonCode> asks(BigDecimal notional) {
        List<ReasonCode> asks = new ArrayList<>();
        add(asks, notional.compareTo(e8(policy.money("orders.value-ask").e8())) > 0, ReasonCode.ORDER_VALUE_HIGH);
        BigDecimal price = e8(scene.prices.get(proposal.instrument()).price().e8());
        add(asks, farther(limit, price, "orders.collar-pct-ask"), ReasonCode.PRICE_FAR);
        add(asks, new BruteMarket(scene, proposal, policy).manyMessages(), ReasonCode.MESSAGES_PER_FILL_HIGH);
        return asks;
    }

    private boolean farther(BigDecimal price, BigDecimal from, String parameter) {
        return price.subtract(from).abs().multiply(HUNDRED)
                .compareTo(from.multiply(e8(policy.percent(parameter).e8()))) > 0;
    }

    private int since(long ms) {
        int orders = (int) scene.cancels.stream().filter(atMs -> DeskScene.NOW_MS - atMs < ms).count();
        for (Decided past : scene.decided) {
            boolean other = !past.proposalId().equals(proposal.proposalId());
            orders += other && DeskScene.NOW_MS - past.decidedAtMs() < ms ? 1 : 0;
        }
        return orders;
    }

    private int alike() {
        long windowMs = policy.duration("risk.breaker.repeated-execution.window").toMillis();
        int alike = 0;
        for (Decided past : scene.decided) {
            alike += !past.proposalId().equals(proposal.proposalId()) && past.intent() == Intent.ENTER
                    && DeskScene.NOW_MS - past.decidedAtMs() < windowMs && past.side() == proposal.side()
                    && past.instrument().equals(proposal.instrument())
                    && past.strategy().equals(proposal.strategy()) ? 1 : 0;
        }
        return alike;
    }

    private boolean repeated(BigDecimal quantity) {
        long windowMs = policy.duration("orders.duplicate-window").toMillis();
        boolean repeated = false;
        for (Decided past : scene.decided) {
            repeated |= !past.proposalId().equals(proposal.proposalId()) && past.intent() == Intent.ENTER
                    && DeskScene.NOW_MS - past.decidedAtMs() < windowMs
                    && past.instrument().equals(proposal.instrument()) && past.side() == proposal.side()
                    && past.strategy().equals(proposal.strategy())
                    && e8(past.quantity().e8()).compareTo(quantity) == 0
                    && e8(past.limitPrice().e8()).compareTo(limit) == 0;
        }
        return repeated;
    }

    private static void add(List<ReasonCode> reasons, boolean broken, ReasonCode reason) {
        if (broken) {
            reasons.add(reason);
        }
    }

    private static BigDecimal e8(long number) {
        return BigDecimal.valueOf(number, 8);
    }
}
