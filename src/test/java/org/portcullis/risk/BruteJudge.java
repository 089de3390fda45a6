package org.portcullis.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyBudget;

/**
 * The desk's verdict worked out a second time, plainly and slowly, without rules: limits as inequalities on decimals,
 * the size found by searching the largest number of lots that breaks none of them.
 */
final class BruteJudge {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final DeskScene scene;
    private final Proposal proposal;
    private final Policy policy;
    private final TradingTerms terms;
    private final BigDecimal limit;
    private final BigDecimal stop;
    private final BigDecimal fee;
    private BigDecimal equity;
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal asset = BigDecimal.ZERO;
    private BigDecimal position = BigDecimal.ZERO;
    private BigDecimal reserved = BigDecimal.ZERO;
    private final Set<String> positions = new HashSet<>();
    private final BruteExposure exposure;
    private final BruteOrders orders;
    private final BruteMarket market;

    BruteJudge(DeskScene scene, Proposal proposal, Policy policy) {
        this.scene = scene;
        this.proposal = proposal;
        this.policy = policy;
        this.terms = scene.terms.get(proposal.instrument());
        BigDecimal tick = e8(terms.tickE8());
        RoundingMode towards = proposal.side() == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING;
        BigDecimal lots = e8(proposal.referencePriceE8()).divide(tick, 0, towards).max(BigDecimal.ONE);
        this.limit = lots.multiply(tick);
        this.stop = e8(proposal.stopPriceE8());
        this.fee = e8(Math.max(terms.makerFee().e8(), terms.takerFee().e8())).divide(HUNDRED);
        this.equity = e8(scene.cash.e8());
        scene.held.forEach(this::count);
        scene.pending.stream().filter(Pending::opens).forEach(this::count);
        this.exposure = new BruteExposure(scene, proposal, policy, equity);
        this.orders = new BruteOrders(scene, proposal, policy, limit);
        this.market = new BruteMarket(scene, proposal, policy);
    }

    private void count(Held held) {
        LastPrice last = scene.prices.get(held.instrument());
        BigDecimal worth = last == null ? e8(held.cost().e8())
                : even(even(e8(last.price().e8()).multiply(e8(held.quantity().e8())))
                        .multiply(e8(scene.terms.get(held.instrument()).multiplierE8())));
        boolean isLong = held.side() == Side.BUY;
        TradingTerms traded = scene.terms.get(held.instrument());
        BigDecimal profit = isLong ? worth.subtract(e8(held.cost().e8())) : e8(held.cost().e8()).subtract(worth);
        if (held.margin()) {
            equity = equity.add(profit);
            BigDecimal margin = worth.multiply(e8(traded.initialMargin().e8())).divide(HUNDRED);
            reserved = reserved.add(up(margin)).add(profit.negate().max(BigDecimal.ZERO));
        } else if (isLong) {
            equity = equity.add(worth);
        } else {
            equity = equity.subtract(worth);
            BigDecimal share = e8(traded.worstFee().e8()).divide(HUNDRED);
            reserved = reserved.add(worth).add(worth).add(up(worth.multiply(share)));
        }
        boolean dust = held.quantity().compareTo(traded.minimumQuantity()) < 0;
        commit(held.instrument(), held.strategy(), worth, !dust);
    }

    private void count(Pending order) {
        BigDecimal worth = e8(order.remainingNotional().e8());
        TradingTerms traded = scene.terms.get(order.instrument());
        BigDecimal share = e8(traded.worstFee().e8()).divide(HUNDRED);
        BigDecimal paid = traded.onMargin() ? e8(traded.initialMargin().e8()).divide(HUNDRED) : BigDecimal.ONE;
        reserved = reserved.add(up(worth.multiply(paid))).add(up(worth.multiply(share)));
        commit(order.instrument(), order.strategy(), worth, true);
    }

    private void commit(InstrumentId instrument, String strategy, BigDecimal worth, boolean counts) {
        total = total.add(worth);
        asset = scene.terms.get(instrument).asset().equals(terms.asset()) ? asset.add(worth) : asset;
        boolean same = instrument.equals(proposal.instrument()) && strategy.equals(proposal.strategy());
        position = same ? position.add(worth) : position;
        if (counts) {
            positions.add(instrument + "/" + strategy);
        }
    }

    /** The reasons of a denial, or of asking; empty when approved. */
    List<ReasonCode> reasons() {
        Set<ReasonCode> reasons = new LinkedHashSet<>(proposal.intent() == Intent.ENTER ? entry() : exit());
        if (reasons.isEmpty() && proposal.intent() == Intent.ENTER) {
            if (exposure.asks(up(notional(size())))) {
                reasons.add(ReasonCode.EXPOSURE_THEME_HIGH);
            }
            reasons.addAll(orders.asks(up(notional(size()))));
            if (asks()) {
                reasons.add(ReasonCode.PERSON_ASKED);
            }
        }
        return List.copyOf(reasons);
    }

    /** The size of the order, in lots searched one bit at a time. */
    BigDecimal size() {
        if (proposal.intent() == Intent.EXIT) {
            return closable();
        }
        BigDecimal lot = e8(terms.lotE8());
        long lots = 0;
        for (long step = 1L << 50; step > 0; step >>= 1) {
            lots += fits(lot.multiply(BigDecimal.valueOf(lots + step))) ? step : 0;
        }
        return lot.multiply(BigDecimal.valueOf(lots));
    }

    /** An order that the desk let pass a moment ago and that was exactly this one. */
    DecidedOrders.Decided twin(long decidedAtMs) {
        return new DecidedOrders.Decided("twin", proposal.strategy(), proposal.intent(), proposal.instrument(),
                proposal.side(), new Quantity(judged(size()).movePointRight(8).longValueExact()),
                new Price(limit.movePointRight(8).longValueExact()), 0, decidedAtMs);
    }

    private boolean fits(BigDecimal quantity) {
        BigDecimal order = up(notional(quantity));
        return brokenCaps(quantity).isEmpty() && !orders.tooValuable(order) && !orders.tooMany(quantity)
                && !exposure.overBudget(order) && exposure.caps(order).isEmpty()
                && !cashShort(quantity) && !risksTooMuch(quantity);
    }

    private List<ReasonCode> entry() {
        List<ReasonCode> reasons = new ArrayList<>();
        add(reasons, scene.killOn, ReasonCode.KILL_SWITCH_ON);
        common(reasons);
        reasons.addAll(market.universe());
        add(reasons, proposal.side() == Side.SELL && !mayShort(), ReasonCode.SHORT_NOT_PERMITTED);
        add(reasons, opposed(), ReasonCode.POSITION_OPPOSITE);
        BigDecimal size = size();
        BigDecimal judged = judged(size);
        reasons.addAll(exposure.budget(up(notional(judged))));
        positions.add(proposal.instrument() + "/" + proposal.strategy());
        add(reasons, positions.size() > policy.integer("risk.positions-max"), ReasonCode.POSITIONS_FULL);
        reasons.addAll(brokenCaps(judged));
        reasons.addAll(exposure.caps(up(notional(judged))));
        reasons.addAll(orders.entry(judged, up(notional(judged))));
        add(reasons, cashShort(judged), ReasonCode.CASH_SHORT);
        boolean small = size.compareTo(e8(terms.minimumQuantity().e8())) < 0
                || notional(size).compareTo(e8(terms.minimumNotional().e8())) < 0 || !netReached(size);
        add(reasons, small, ReasonCode.BELOW_MINIMUM);
        reasons.addAll(market.book(judged, up(notional(judged))));
        Cooldowns.Remaining left = scene.remaining;
        add(reasons, left.failureMs() > 0 || left.fillMs() > 0 || left.stopMs() > 0, ReasonCode.COOLING_DOWN);
        BigDecimal away = proposal.side() == Side.BUY ? limit.subtract(stop) : stop.subtract(limit);
        boolean stopped = stop.signum() > 0 && away.compareTo(e8(terms.tickE8())) >= 0;
        add(reasons, !stopped, ReasonCode.STOP_INVALID);
        add(reasons, risksTooMuch(judged), ReasonCode.TRADE_RISK_TOO_LARGE);
        return reasons;
    }

    private List<ReasonCode> exit() {
        List<ReasonCode> reasons = new ArrayList<>();
        common(reasons);
        boolean holdsShort = scene.held.stream().anyMatch(held -> same(held) && held.side() == Side.SELL);
        add(reasons, (proposal.side() == Side.BUY) != holdsShort, ReasonCode.SHORT_NOT_PERMITTED);
        add(reasons, closable().compareTo(e8(terms.minimumQuantity().e8())) < 0, ReasonCode.NOTHING_TO_CLOSE);
        reasons.addAll(orders.exit(closable()));
        return reasons;
    }

    private void common(List<ReasonCode> reasons) {
        add(reasons, scene.mode == Mode.DRY_RUN, ReasonCode.MODE_NOT_TRADING);
        LastPrice last = scene.prices.get(proposal.instrument());
        add(reasons, last == null, ReasonCode.MARK_MISSING);
        long ageMsMax = policy.duration("risk.mark-age-max").toMillis();
        add(reasons, last != null && DeskScene.NOW_MS - last.eventTimeMs() > ageMsMax, ReasonCode.MARK_STALE);
    }

    private BigDecimal judged(BigDecimal size) {
        BigDecimal lot = e8(terms.lotE8());
        BigDecimal smallest = e8(terms.minimumQuantity().e8());
        BigDecimal rounded = smallest.divide(lot, 0, RoundingMode.CEILING).multiply(lot);
        while (!netReached(rounded)) {
            rounded = rounded.add(lot);
        }
        return size.max(rounded);
    }

    /** What the fee, rounded up, leaves of its worth, rounded down, is more than the venue's minimum. */
    private boolean netReached(BigDecimal quantity) {
        BigDecimal gross = notional(quantity).setScale(8, RoundingMode.FLOOR);
        BigDecimal net = gross.subtract(gross.multiply(fee).setScale(8, RoundingMode.CEILING));
        return terms.minimumNotional().e8() == 0 || net.compareTo(e8(terms.minimumNotional().e8())) > 0;
    }

    private boolean asks() {
        String word = policy.word("order.gating");
        BigDecimal above = word.equals("all") ? BigDecimal.ZERO : e8(policy.money("order.gating-notional").e8());
        return !word.equals("none") && up(notional(size())).compareTo(above) > 0;
    }

    private List<ReasonCode> brokenCaps(BigDecimal quantity) {
        BigDecimal order = up(notional(quantity));
        List<ReasonCode> broken = new ArrayList<>();
        add(broken, above(total.add(order), "risk.exposure-total-pct-max"), ReasonCode.EXPOSURE_TOTAL_EXCEEDED);
        add(broken, above(asset.add(order), "risk.exposure-asset-pct-max"), ReasonCode.EXPOSURE_ASSET_EXCEEDED);
        add(broken, above(position.add(order), "risk.position-pct-max"), ReasonCode.POSITION_TOO_LARGE);
        return broken;
    }

    private boolean risksTooMuch(BigDecimal quantity) {
        BigDecimal away = proposal.side() == Side.BUY ? limit.subtract(stop) : stop.subtract(limit);
        BigDecimal loss = away.add(limit.add(stop).multiply(fee))
                .multiply(quantity).multiply(e8(terms.multiplierE8()));
        return above(up(loss).max(BigDecimal.ZERO), "risk.trade-risk-pct-max");
    }

    private boolean cashShort(BigDecimal quantity) {
        BigDecimal paid = terms.onMargin() ? e8(terms.initialMargin().e8()).divide(HUNDRED) : BigDecimal.ONE;
        BigDecimal cost = up(notional(quantity).multiply(paid.add(fee)));
        return cost.compareTo(e8(scene.cash.e8()).subtract(reserved)) > 0;
    }

    private boolean above(BigDecimal amount, String parameter) {
        BigDecimal permitted = equity.multiply(e8(policy.percent(parameter).e8()));
        return amount.signum() != 0 && amount.multiply(HUNDRED).compareTo(permitted) > 0;
    }

    private BigDecimal notional(BigDecimal quantity) {
        return limit.multiply(quantity).multiply(e8(terms.multiplierE8()));
    }

    private boolean mayShort() {
        StrategyBudget budget = scene.budgets.get(proposal.strategy());
        return policy.flag("risk.short-selling") && budget != null && budget.shortVenues().contains(terms.venue());
    }

    private boolean opposed() {
        return scene.held.stream().anyMatch(held -> same(held) && held.side() != proposal.side())
                || scene.pending.stream().anyMatch(order -> order.opens() && order.side() != proposal.side()
                        && order.instrument().equals(proposal.instrument())
                        && order.strategy().equals(proposal.strategy()));
    }

    private boolean same(Held held) {
        return held.instrument().equals(proposal.instrument()) && held.strategy().equals(proposal.strategy());
    }

    private BigDecimal closable() {
        BigDecimal quantity = BigDecimal.ZERO;
        for (Held held : scene.held) {
            boolean closes = same(held) && held.side() != proposal.side();
            quantity = closes ? quantity.add(e8(held.quantity().e8())) : quantity;
        }
        for (Pending order : scene.pending) {
            boolean closes = order.side() == proposal.side() && !order.opens()
                    && order.instrument().equals(proposal.instrument());
            quantity = closes ? quantity.subtract(e8(order.remaining().e8())) : quantity;
        }
        BigDecimal lot = e8(terms.lotE8());
        return quantity.max(BigDecimal.ZERO).divideToIntegralValue(lot).multiply(lot);
    }

    private static void add(List<ReasonCode> reasons, boolean broken, ReasonCode reason) {
        if (broken) {
            reasons.add(reason);
        }
    }

    private static BigDecimal e8(long number) {
        return BigDecimal.valueOf(number, 8);
    }

    private static BigDecimal up(BigDecimal amount) {
        return amount.setScale(8, RoundingMode.CEILING);
    }

    private static BigDecimal even(BigDecimal amount) {
        return amount.setScale(8, RoundingMode.HALF_EVEN);
    }
}
