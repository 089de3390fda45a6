package org.portcullis.research.backtest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.engine.home.CacheFolder;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleOpening;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.time.Ahead;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.research.BacktestPlan;
import org.portcullis.strategy.FloorParts;
import org.portcullis.strategy.HoldingView;
import org.portcullis.strategy.Scoring;
import org.portcullis.strategy.StrategyBook;
import org.portcullis.strategy.StrategyBudget;
import org.portcullis.strategy.StrategyFloor;

/** Rules, limits, instruments and strategies of one backtest; everything wrong with them is said here. */
public final class Ground implements AutoCloseable {

    /** Nobody waits for one bar of history: only a rule that never ends is stopped. */
    private static final Duration RUN_TIME_MAX = Duration.ofSeconds(20);

    final BacktestPlan plan;
    final PolicyBook policies;
    final InstrumentCatalogue catalogue;
    final CalendarBook calendars;
    final StrategyBook strategies;
    final RuleLibrary rules;

    /** @throws IllegalArgumentException saying what is wrong, where, and what to do */
    public Ground(BacktestPlan plan) {
        this.plan = plan;
        if (!Files.isDirectory(plan.rules())) {
            throw new IllegalArgumentException(plan.rules() + " is no folder; name the folder of rules with --rules");
        }
        Path limits = plan.policy() == null ? plan.rules().resolve("policy.yaml") : plan.policy();
        if (!Files.isRegularFile(limits)) {
            throw new IllegalArgumentException(limits + " is not there; name a file of limits with --policy");
        }
        Ahead<RuleLibrary> opening = Ahead.of("rules", () -> opened(plan.rules()));
        Ahead<InstrumentCatalogue> listed = Ahead.of("instruments",
                () -> InstrumentCatalogue.read(plan.rules().resolve("instruments.yaml")));
        Ahead<CalendarBook> trading = Ahead.of("calendars",
                () -> CalendarBook.read(plan.rules().resolve("calendars")));
        try {
            this.policies = PolicyBook.open(limits, plan.profile());
            if (policies.current().flag("rotation.enabled")) {
                throw new IllegalArgumentException("rotation.enabled is true in " + limits
                        + ", and a backtest does not simulate rotation; switch it off in a file given with --policy");
            }
            this.catalogue = listed.get();
            this.calendars = trading.get();
            this.strategies = asked(plan);
        } catch (RuntimeException broken) {
            opening.leave(RuleLibrary::close);
            throw broken;
        }
        this.rules = opening.get();
    }

    private static RuleLibrary opened(Path rules) {
        RuleLimits standard = RuleLimits.standard();
        return RuleLibrary.open(RuleOpening.of(rules, RuleSandbox.allowing("org.portcullis."))
                .within(standard.within(standard.firingsMax(), RUN_TIME_MAX)).at(new WallTime())
                .remembering(CacheFolder.ofUser()));
    }

    /** The strategies that are named, and no other; those that the file enables when none is named. */
    private static StrategyBook asked(BacktestPlan plan) {
        Path file = plan.rules().resolve("strategies.yaml");
        Set<String> named = new TreeSet<>(plan.strategies());
        StrategyBook read = StrategyBook.read(file, named);
        if (!named.isEmpty()) {
            TreeMap<String, StrategyBudget> budgets = new TreeMap<>();
            read.budgets().forEach((name, budget) -> budgets.put(name, named.contains(name) ? budget
                    : new StrategyBudget(name, false, budget.atRiskMax(), budget.tradesPerCycleMax(),
                            budget.meaning(), budget.shortVenues())));
            read = new StrategyBook(budgets);
        }
        if (read.enabled().isEmpty()) {
            throw new IllegalArgumentException("no strategy is enabled in " + file
                    + "; name some with --strategies, listed are " + read.budgets().keySet());
        }
        return read;
    }

    /** The limits in force. */
    public Policy policy() {
        return policies.current();
    }

    BarFeed feed() {
        return new BarFeed(catalogue);
    }

    /** Strategies that are asked. */
    public List<String> strategyNames() {
        return strategies.enabled().stream().map(StrategyBudget::strategy).toList();
    }

    Optional<StrategyBudget> budget(String strategy) {
        return strategies.budget(strategy);
    }

    /** What is to be walked. */
    public BacktestPlan plan() {
        return plan;
    }

    /** Version of the rules. */
    public String rulesVersion() {
        return rules.version();
    }

    /** Strategies that nobody else asks. */
    StrategyFloor floor(HoldingView holdings) {
        return StrategyFloor.open(strategies, FloorParts.of(plan.rules(), rules::base).scoredBy(scoring())
                .holding(holdings));
    }

    private Scoring scoring() {
        List<Path> models = new ArrayList<>();
        Optional.ofNullable(plan.model()).ifPresent(models::add);
        models.add(plan.rules().resolve("models").resolve("demo.txt"));
        return Scoring.open(plan.rules().resolve("strategy").resolve("scoring.yaml"), models, plan.model() != null);
    }

    /** A walk over bars that nobody else walks. */
    BarWalk walk(StrategyFloor floor) {
        return BarWalk.analysing(() -> rules.base("market"), policies::current, catalogue, calendars)
                .reading(floor::readings);
    }

    @Override
    public void close() {
        rules.close();
    }
}
