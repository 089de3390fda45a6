package org.portcullis.strategy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Mark;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.ReadingPlan;
import org.portcullis.market.ReadingsSeen;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.signal.TradingSignal;
import org.portcullis.strategy.adapter.rules.PackShelf;
import org.portcullis.engine.yaml.EditedFile;
import org.portcullis.strategy.domain.Ballot;
import org.portcullis.strategy.domain.FloorCounts;
import org.portcullis.strategy.domain.Moment;
import org.portcullis.strategy.domain.RegimesSeen;
import org.portcullis.strategy.domain.Turns;
import org.portcullis.strategy.domain.WantedReadings;

/**
 * Door of the strategy room: every enabled strategy looks at a closed bar or at a signal from outside, and a proposal
 * comes out, or the reason why none did (S2-REQ-STR1, S2-REQ-STR4, S2-NT1). One thread asks at a time;
 * {@link #refresh} may be called from any.
 */
public final class StrategyFloor {

    /** Who is asked, as of now; replaced as a whole when strategies are enabled or disabled. */
    private record Roster(StrategyBook book, List<StrategyPack> packs) {

        @Override
        public String toString() {
            return "enabled " + packs.stream().map(StrategyPack::name).toList();
        }
    }

    private final Supplier<Roster> roster;
    private final Runnable look;
    private final List<BookCheck> checks;
    private final @Nullable Scoring scoring;
    private final UniverseView universe;
    private final RegimesSeen regimes = new RegimesSeen();
    private final FloorCounts counts = new FloorCounts();
    private final Turns turns;
    private final WantedReadings wanted = new WantedReadings();
    private @Nullable Consumer<RulesStopped> stopped;
    private Function<TradingSignal, Optional<String>> tooOld = signal -> Optional.empty();

    private StrategyFloor(Supplier<Roster> roster, Runnable look, List<BookCheck> checks, @Nullable Scoring scoring,
            UniverseView universe, HoldingView holdings) {
        this.roster = roster;
        this.look = look;
        this.checks = checks;
        this.scoring = scoring;
        this.universe = universe;
        this.turns = new Turns(holdings, counts);
    }

    /**
     * A floor with these packs, for tests and measurements; only those that the book enables are asked.
     *
     * @param packs one for each enabled strategy of the book
     */
    public StrategyFloor(StrategyBook book, List<StrategyPack> packs) {
        this(fixed(new Roster(book, packs.stream()
                .filter(pack -> book.budget(pack.name()).filter(StrategyBudget::enabled).isPresent()).toList())),
                () -> { }, new CopyOnWriteArrayList<>(), null, UniverseView.EVERYTHING, HoldingView.NOBODY);
    }

    /**
     * A floor with the packs of the rules folder that a fixed book enables, without scores.
     *
     * @param rulesFolder the folder {@code rules}
     * @param rules       gives the rule base in force of a folder, such as {@code strategy/momentum-core}
     * @throws IllegalArgumentException when an enabled pack cannot be used, with file and line
     */
    public static StrategyFloor open(StrategyBook book, Path rulesFolder, Function<String, RuleBook> rules) {
        return open(book, FloorParts.of(rulesFolder, rules));
    }

    /** A floor of these parts under a fixed book. */
    public static StrategyFloor open(StrategyBook book, FloorParts parts) {
        return new StrategyFloor(fixed(new Roster(book, new PackShelf(parts).enabled(book))), () -> { },
                new CopyOnWriteArrayList<>(), parts.scoring(), parts.universe(), parts.holdings());
    }

    /**
     * A floor under the book {@code rules/strategies.yaml}, which may be edited while it runs: strategies are enabled
     * and disabled from the next bar on, a broken edit is refused.
     *
     * @param enabledToo strategies to enable whatever the file says
     * @throws IllegalArgumentException when the book or an enabled pack cannot be used, with file and line
     */
    public static StrategyFloor live(Set<String> enabledToo, FloorParts parts) {
        PackShelf shelf = new PackShelf(parts);
        List<BookCheck> checks = new CopyOnWriteArrayList<>();
        EditedFile<Roster> book = new EditedFile<>(parts.rulesFolder().resolve("strategies.yaml"), file -> {
            StrategyBook read = StrategyBook.read(file, enabledToo);
            BookCheck.demand(checks, read, file + ": ");
            return new Roster(read, shelf.enabled(read));
        });
        return new StrategyFloor(book, book::refresh, checks, parts.scoring(), parts.universe(), parts.holdings());
    }

    /**
     * Adds a check that the book must pass now and at every edit.
     *
     * @throws IllegalArgumentException when the book in force does not pass it
     */
    public void require(BookCheck check) {
        BookCheck.demand(List.of(check), book(), "rules/strategies.yaml: ");
        checks.add(check);
    }

    /**
     * Goes on without a strategy that fails at a bar, and tells of it; without this the failure is the caller's, as a
     * trial of rules wants it.
     */
    public StrategyFloor telling(Consumer<RulesStopped> listener) {
        stopped = listener;
        return this;
    }

    /** Enters nothing on signals of which this says why they are too old; what they close is closed all the same. */
    public StrategyFloor heeding(Function<TradingSignal, Optional<String>> age) {
        tooOld = age;
        return this;
    }

    /** The strategies there are, in force now. */
    public StrategyBook book() {
        return roster.get().book();
    }

    /** What the strategies say to a bar, whatever became of it in the market room. */
    public StrategyOutcome onMarket(MarketOutcome outcome) {
        return outcome instanceof MarketOutcome.Formed formed ? onFormed(formed) : idle(NoTrade.unformed(outcome));
    }

    /**
     * Whether what declared indicators say to a bar is enough to know that no strategy has anything to say to it; it is
     * counted like a bar without a trigger then. Such a bar need not be formed.
     */
    public boolean silentOn(ReadingsSeen readings) {
        List<StrategyPack> packs = roster.get().packs();
        boolean silent = !packs.isEmpty() && turns.isEmpty();
        for (int i = 0; silent && i < packs.size(); i++) {
            silent = packs.get(i).silentOn(readings);
        }
        return silent;
    }

    /** Counts a bar that nobody had anything to say to. */
    public NoTradeReason passed() {
        counts.add(NoTradeReason.NO_TRIGGER);
        return NoTradeReason.NO_TRIGGER;
    }

    /** Remembers what a bar of the past formed, on which nobody is asked: a signal before the next bar meets it. */
    public void remember(MarketOutcome.Formed formed) {
        regimes.saw(formed.instrument(), formed.regime());
    }

    /**
     * What the strategies that follow signals say to one: at most one exit of each side and strategy and one entry,
     * exits first; or the one reason for nothing.
     *
     * @param mark last believed price of the signal's instrument
     */
    public List<StrategyOutcome> onSignal(TradingSignal signal, Optional<Mark> mark) {
        InstrumentId instrument = signal.instrument();
        List<StrategyPack> followers = roster.get().packs().stream().filter(StrategyPack::followsSignals).toList();
        if (followers.isEmpty() || mark.isEmpty()) {
            return List.of(idle(new NoTrade(instrument, Moment.minuteOf(signal), followers.isEmpty()
                    ? NoTradeReason.STRATEGY_DISABLED : NoTradeReason.NO_PRICE, "signal " + signal.signalId())));
        }
        SignalContext context = new SignalContext(signal, mark.get(), regimes.of(instrument),
                tooOld.apply(signal));
        Map<StrategyPack, StrategyPack.Answer> answers = new LinkedHashMap<>();
        // one that fails fails the signal, which comes again and is parked in the end: no signal is left half followed
        followers.forEach(pack -> answers.put(pack, pack.follow(context)));
        turns.forget(instrument);
        List<StrategyOutcome> outcomes = turns.sift(Ballot.ofSignal(answers, Moment.of(context),
                universe.excluded(instrument)), answers, signal.receivedAtMs());
        outcomes.forEach(counts::add);
        return outcomes;
    }

    /**
     * Looks whether strategies were enabled, disabled or their parameters or model edited; called by the watcher of the
     * rules folder, on any thread. What is in force next counts from the next bar on.
     */
    public void refresh() {
        look.run();
        roster.get().packs().forEach(StrategyPack::refresh);
        if (scoring != null) {
            scoring.refresh();
        }
    }

    /** What has to be computed for the strategies that are enabled now (B-S2); asked before each bar. */
    public ReadingPlan readings() {
        return wanted.of(roster.get().packs());
    }

    /** The budget of a strategy, for the desk. */
    public Optional<StrategyBudget> budget(String strategy) {
        return roster.get().book().budget(strategy);
    }

    /** Proposals since the start. */
    public long proposals() {
        return counts.proposals();
    }

    /** Bars and signals without proposal, and outvoted proposals, since the start, by reason. */
    public Map<NoTradeReason, Long> reasons() {
        return counts.reasons();
    }

    private StrategyOutcome onFormed(MarketOutcome.Formed formed) {
        List<StrategyPack> packs = roster.get().packs();
        InstrumentId instrument = formed.instrument();
        regimes.saw(instrument, formed.regime());
        if (packs.isEmpty()) {
            return idle(new NoTrade(instrument, formed.barOpenTimeMs(), NoTradeReason.STRATEGY_DISABLED, ""));
        }
        StrategyContext context = new StrategyContext(formed.features(), formed.structure(), formed.regime(),
                score(formed.structure().scalp(), packs), formed.readings());
        Ballot ballot = new Ballot(context, universe.excluded(instrument));
        for (int i = 0; i < packs.size(); i++) {
            StrategyPack pack = packs.get(i);
            try {
                ballot.take(pack.name(), pack.ask(context));
                if (!turns.isEmpty()) {
                    turn(pack, formed, ballot);
                }
            } catch (RuntimeException failed) {
                tell(pack, instrument, formed.features().closeTimeMs(), failed);
                ballot.stopped(pack.name(), String.valueOf(failed.getMessage()));
            }
        }
        StrategyOutcome outcome = ballot.outcome();
        counts.add(outcome);
        return outcome;
    }

    /** A signal's entry whose other side is closed by now is an entry of this bar. */
    private void turn(StrategyPack pack, MarketOutcome.Formed formed, Ballot ballot) {
        StrategyPack.Answer due = turns.due(pack.name(), formed.instrument(), formed.features().closeTimeMs());
        if (due != null) {
            ballot.take(pack.name(), due);
        }
    }

    /** Of one strategy that fails, the others and what they hold must not suffer. */
    private void tell(StrategyPack pack, InstrumentId instrument, long atMs, RuntimeException failed) {
        Consumer<RulesStopped> listener = stopped;
        if (listener == null) {
            throw failed;
        }
        listener.accept(new RulesStopped(pack.name(), instrument, atMs, String.valueOf(failed.getMessage())));
    }

    /** Patterns are scored once a bar, and only when some strategy wants to know (S3-11). */
    private @Nullable Score score(@Nullable ScalpFeatures scalp, List<StrategyPack> packs) {
        Scoring by = scoring;
        if (scalp != null && by != null) {
            for (StrategyPack pack : packs) {
                if (pack.wantsScore()) {
                    return by.score(scalp);
                }
            }
        }
        return null;
    }

    private StrategyOutcome idle(NoTrade noTrade) {
        StrategyOutcome outcome = new StrategyOutcome.Idle(noTrade);
        counts.add(outcome);
        return outcome;
    }

    private static Supplier<Roster> fixed(Roster roster) {
        return () -> roster;
    }
}
