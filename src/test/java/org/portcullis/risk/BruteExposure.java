package org.portcullis.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.DecidedOrders.Decided;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyBudget;

/** Budgets and caps by theme, venue, gross and net, worked out a second time, plainly and without rules. */
final class BruteExposure {

    private final DeskScene scene;
    private final Proposal proposal;
    private final Policy policy;
    private final BigDecimal equity;

    BruteExposure(DeskScene scene, Proposal proposal, Policy policy, BigDecimal equity) {
        this.scene = scene;
        this.proposal = proposal;
        this.policy = policy;
        this.equity = equity;
    }

    List<ReasonCode> budget(BigDecimal order) {
        StrategyBudget budget = scene.budgets.get(proposal.strategy());
        List<ReasonCode> broken = new ArrayList<>();
        if (budget == null) {
            broken.add(ReasonCode.STRATEGY_NOT_LISTED);
        }
        long minute = proposal.barOpenTimeMs() / 60_000;
        int entries = 1;
        for (Decided past : scene.decided) {
            boolean other = !past.proposalId().equals(proposal.proposalId());
            boolean same = past.strategy().equals(proposal.strategy()) && past.intent() == Intent.ENTER;
            entries += same && other && past.barOpenTimeMs() / 60_000 == minute ? 1 : 0;
        }
        if (entries > (budget == null ? 0 : budget.tradesPerCycleMax())) {
            broken.add(ReasonCode.STRATEGY_CYCLE_FULL);
        }
        if (overBudget(order)) {
            broken.add(ReasonCode.EXPOSURE_STRATEGY_EXCEEDED);
        }
        return broken;
    }

    boolean overBudget(BigDecimal order) {
        StrategyBudget budget = scene.budgets.get(proposal.strategy());
        BigDecimal used = BigDecimal.ZERO;
        for (InstrumentId instrument : scene.terms.keySet()) {
            used = used.add(longs(instrument, proposal.strategy())).add(shorts(instrument, proposal.strategy()));
        }
        return above(used.add(order), budget == null ? BigDecimal.ZERO : e8(budget.atRiskMax().e8()));
    }

    List<ReasonCode> caps(BigDecimal order) {
        List<ReasonCode> broken = new ArrayList<>();
        if (above(fullest().add(order), themeLimit())) {
            broken.add(ReasonCode.EXPOSURE_THEME_EXCEEDED);
        }
        String venue = scene.venues.get(proposal.instrument());
        BigDecimal there = BigDecimal.ZERO;
        BigDecimal gross = BigDecimal.ZERO;
        BigDecimal net = BigDecimal.ZERO;
        for (InstrumentId instrument : scene.terms.keySet()) {
            for (String strategy : strategies()) {
                BigDecimal bought = longs(instrument, strategy);
                BigDecimal sold = shorts(instrument, strategy);
                gross = gross.add(bought).add(sold);
                net = proposal.side() == Side.BUY ? net.add(bought).subtract(sold) : net.add(sold).subtract(bought);
                boolean counts = venue == null || scene.venues.getOrDefault(instrument, venue).equals(venue);
                there = counts ? there.add(bought).add(sold) : there;
            }
        }
        if (above(there.add(order), limit("risk.exposure-venue-pct-max"))) {
            broken.add(ReasonCode.EXPOSURE_VENUE_EXCEEDED);
        }
        if (above(gross.add(order), limit("risk.exposure-gross-pct-max"))) {
            broken.add(ReasonCode.EXPOSURE_GROSS_EXCEEDED);
        }
        if (above(net.add(order).max(BigDecimal.ZERO), limit("risk.exposure-net-pct-max"))) {
            broken.add(ReasonCode.EXPOSURE_NET_EXCEEDED);
        }
        return broken;
    }

    /** Whether a person is asked about the theme of an order that no cap forbids. */
    boolean asks(BigDecimal order) {
        return above(fullest().add(order), limit("risk.exposure-theme-pct-ask").min(themeLimit()));
    }

    private BigDecimal themeLimit() {
        return limit(themes(proposal.instrument()).contains("other") ? "risk.exposure-theme-other-pct-max"
                : "risk.exposure-theme-pct-max");
    }

    private BigDecimal fullest() {
        BigDecimal most = BigDecimal.ZERO;
        for (String theme : themes(proposal.instrument())) {
            BigDecimal committed = BigDecimal.ZERO;
            for (InstrumentId instrument : scene.terms.keySet()) {
                for (String strategy : strategies()) {
                    committed = !themes(instrument).contains(theme) ? committed
                            : committed.add(longs(instrument, strategy)).add(shorts(instrument, strategy));
                }
            }
            most = most.max(committed);
        }
        return most;
    }

    private Set<String> themes(InstrumentId instrument) {
        Set<String> themes = new TreeSet<>();
        scene.themes.assets().forEach((theme, assets) -> {
            if (assets.contains(scene.terms.get(instrument).asset())) {
                themes.add(theme);
            }
        });
        return themes.isEmpty() ? Set.of("other") : themes;
    }

    private Set<String> strategies() {
        Set<String> strategies = new TreeSet<>();
        scene.held.forEach(held -> strategies.add(held.strategy()));
        scene.pending.forEach(order -> strategies.add(order.strategy()));
        return strategies;
    }

    /** Held long, and purchases beyond what is held short. */
    private BigDecimal longs(InstrumentId instrument, String strategy) {
        return side(instrument, strategy, Side.BUY);
    }

    /** Held short, and sales beyond what is held long. */
    private BigDecimal shorts(InstrumentId instrument, String strategy) {
        return side(instrument, strategy, Side.SELL);
    }

    private BigDecimal side(InstrumentId instrument, String strategy, Side side) {
        BigDecimal ordered = BigDecimal.ZERO;
        BigDecimal worth = BigDecimal.ZERO;
        for (Pending order : scene.pending) {
            if (order.side() == side && order.instrument().equals(instrument) && order.strategy().equals(strategy)) {
                ordered = ordered.add(e8(order.remaining().e8()));
                worth = worth.add(e8(order.remainingNotional().e8()));
            }
        }
        BigDecimal uncovered = ordered;
        BigDecimal there = BigDecimal.ZERO;
        for (Held held : scene.held) {
            if (held.instrument().equals(instrument) && held.strategy().equals(strategy)) {
                there = held.side() == side ? there.add(worth(held)) : there;
                uncovered = held.side() == side ? uncovered : uncovered.subtract(e8(held.quantity().e8()));
            }
        }
        if (uncovered.signum() <= 0 && ordered.signum() > 0) {
            return there;
        }
        return ordered.signum() == 0 ? there.add(worth)
                : there.add(worth.multiply(uncovered).divide(ordered, 8, RoundingMode.CEILING));
    }

    private BigDecimal worth(Held held) {
        LastPrice last = scene.prices.get(held.instrument());
        BigDecimal multiplier = e8(scene.terms.get(held.instrument()).multiplierE8());
        return last == null ? e8(held.cost().e8())
                : even(even(e8(last.price().e8()).multiply(e8(held.quantity().e8()))).multiply(multiplier));
    }

    private BigDecimal limit(String parameter) {
        return e8(policy.percent(parameter).e8());
    }

    private boolean above(BigDecimal amount, BigDecimal pct) {
        return amount.signum() != 0 && amount.multiply(BigDecimal.valueOf(100)).compareTo(equity.multiply(pct)) > 0;
    }

    private static BigDecimal e8(long number) {
        return BigDecimal.valueOf(number, 8);
    }

    private static BigDecimal even(BigDecimal amount) {
        return amount.setScale(8, RoundingMode.HALF_EVEN);
    }
}
