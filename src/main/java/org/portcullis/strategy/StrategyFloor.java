package org.portcullis.strategy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Features;
import org.portcullis.market.MarketOutcome;
import org.portcullis.strategy.adapter.rules.DrlStrategyPack;
import org.portcullis.strategy.adapter.rules.PackKind;
import org.portcullis.strategy.adapter.store.ParameterBook;
import org.portcullis.strategy.domain.Contest;
import org.portcullis.strategy.domain.ProposalMaker;

/**
 * Door of the strategy room: every enabled strategy looks at the features of a closed bar, and at most one proposal
 * comes out, or the reason why none did (S2-REQ-STR1, S2-REQ-STR4, S2-NT1). One thread asks at a time.
 */
public final class StrategyFloor {

    private final StrategyBook book;
    private final List<StrategyPack> packs;
    private final Map<NoTradeReason, Long> reasons = new EnumMap<>(NoTradeReason.class);
    private long proposals;

    /**
     * A floor with these packs; only those that the book enables are asked.
     *
     * @param packs one for each enabled strategy of the book
     */
    public StrategyFloor(StrategyBook book, List<StrategyPack> packs) {
        this.book = book;
        this.packs = packs.stream().filter(pack -> book.budget(pack.name()).filter(StrategyBudget::enabled).isPresent())
                .toList();
    }

    /**
     * A floor with the packs of the rules folder.
     *
     * @param rulesFolder the folder {@code rules}
     * @param rules       gives the rule base in force of a folder, such as {@code strategy/momentum-core}
     * @throws IllegalArgumentException when the parameters of an enabled pack cannot be used, with file and line
     */
    public static StrategyFloor open(StrategyBook book, Path rulesFolder, Function<String, RuleBook> rules) {
        List<StrategyPack> packs = new ArrayList<>();
        for (StrategyBudget budget : book.enabled()) {
            String name = budget.strategy();
            Path parameters = rulesFolder.resolve("strategy").resolve(name).resolve("strategy.yaml");
            packs.add(new DrlStrategyPack(name, rules, new ParameterBook(parameters), PackKind.of(name)));
        }
        return new StrategyFloor(book, packs);
    }

    /** What the strategies say to a bar, whatever became of it in the market room. */
    public StrategyOutcome onMarket(MarketOutcome outcome) {
        if (outcome instanceof MarketOutcome.Formed formed) {
            return onFeatures(formed.features());
        }
        if (outcome instanceof MarketOutcome.Warming warming) {
            NoTradeReason reason = warming.gap() == null ? NoTradeReason.WARMING_UP : NoTradeReason.GAP;
            return idle(outcome.instrument(), outcome.barOpenTimeMs(), reason, warming.gap() == null
                    ? warming.barsSoFar() + " of " + warming.barsNeeded() + " bars"
                    : warming.gap().missingMinutes() + " minutes are missing");
        }
        return idle(outcome.instrument(), outcome.barOpenTimeMs(), NoTradeReason.BAR_FLAGGED,
                ((MarketOutcome.Flagged) outcome).flags().toString());
    }

    /** What the strategies say to the features of a closed bar. */
    public StrategyOutcome onFeatures(Features features) {
        if (packs.isEmpty()) {
            return idle(features.instrument(), features.openTimeMs(), NoTradeReason.STRATEGY_DISABLED, "");
        }
        List<Proposal> formed = new ArrayList<>();
        String nearest = "";
        for (StrategyPack pack : packs) {
            StrategyPack.Answer answer = pack.ask(features);
            Optional<Proposal> proposal = ProposalMaker.proposal(pack.name(), answer, features);
            proposal.ifPresent(formed::add);
            nearest = nearest.isEmpty() ? answer.nearest() : nearest;
        }
        if (formed.isEmpty()) {
            return idle(features.instrument(), features.openTimeMs(), NoTradeReason.NO_TRIGGER, nearest);
        }
        StrategyOutcome.Proposed outcome = Contest.decide(formed);
        proposals++;
        outcome.outvoted().forEach(loser -> reasons.merge(loser.reason(), 1L, Long::sum));
        return outcome;
    }

    /** Looks whether parameters of packs were edited; called by the watcher of the rules folder, on any thread. */
    public void refresh() {
        packs.forEach(StrategyPack::refresh);
    }

    /** The budget of a strategy, for the desk. */
    public Optional<StrategyBudget> budget(String strategy) {
        return book.budget(strategy);
    }

    /** Proposals since the start. */
    public long proposals() {
        return proposals;
    }

    /** Bars without proposal, and outvoted proposals, since the start, by reason. */
    public Map<NoTradeReason, Long> reasons() {
        return new EnumMap<>(reasons);
    }

    private StrategyOutcome idle(InstrumentId instrument, long barOpenTimeMs, NoTradeReason reason, String nearest) {
        reasons.merge(reason, 1L, Long::sum);
        return new StrategyOutcome.Idle(new NoTrade(instrument, barOpenTimeMs, reason, nearest));
    }
}
