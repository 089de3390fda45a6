package org.portcullis.strategy.adapter.rules;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.KeptSession;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.market.ReadingPlan;
import org.portcullis.market.ReadingsSeen;
import org.portcullis.signal.TradingSignal;
import org.portcullis.strategy.FloorParts;
import org.portcullis.strategy.Holding;
import org.portcullis.strategy.HoldingView;
import org.portcullis.strategy.PackFile;
import org.portcullis.strategy.Score;
import org.portcullis.strategy.SignalContext;
import org.portcullis.strategy.StrategyContext;
import org.portcullis.strategy.StrategyPack;
import org.portcullis.strategy.TriggerHit;
import org.portcullis.strategy.Words;
import org.portcullis.engine.yaml.EditedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A strategy pack whose triggers are rules in {@code rules/strategy/NAME/triggers.drl}. It remembers nothing from bar
 * to bar but the compiled rules and the parameters in force.
 *
 * @param <L> the fact that the pack's rules compare with
 */
public final class DrlStrategyPack<L> implements StrategyPack {

    private static final Logger LOG = LoggerFactory.getLogger(DrlStrategyPack.class);

    /** Parameters in force with what is made from them. */
    private record Tuned<L>(PackFile file, L limits, double stopAtr, double targetAtr, ReadingPlan plan,
            ReadingPlan planWithStructure, ReadingPlan planWithEvents, ReadingFacts readings) {

        static <L> Tuned<L> of(PackFile read, L limits) {
            return new Tuned<>(read, limits, read.parameters().numbers().getOrDefault("stop-atr", Double.NaN),
                    read.parameters().numbers().getOrDefault("target-atr", Double.NaN), read.plan(false, false),
                    read.plan(false, true), read.plan(true, true), new ReadingFacts(read));
        }

        @Override
        public String toString() {
            return file.parameters().numbers() + (file.indicators().isEmpty() ? "" : " " + file.indicators())
                    + (file.crosses().isEmpty() ? "" : " " + file.crosses());
        }
    }

    private final String name;
    private final String rulesFolder;
    private final String group;
    private final Function<String, RuleBook> rules;
    private final KeptSession session;
    private final EditedFile<Tuned<L>> tuned;
    private final PackKind<L> kind;
    private final HoldingView holdings;
    private RuleBook current;
    private RuleSubjects subjects;
    /** What is put before the rules of this pack, in the first places; used by one thread at a time. */
    private Object[] seen = new Object[16];
    private int shown;
    private @Nullable RuleBook compared;
    private @Nullable Tuned<L> comparedWith;
    private @Nullable String fault;
    private boolean limitsWanted;

    private DrlStrategyPack(String name, FloorParts parts, PackKind<L> kind) {
        Function<String, RuleBook> rules = parts.rules();
        Path folder = parts.rulesFolder();
        this.name = name;
        this.holdings = parts.holdings();
        this.group = "strategy." + name.replace('-', '_') + ".triggers";
        this.rulesFolder = "strategy/" + name;
        this.rules = rules;
        this.current = rules.apply(rulesFolder);
        this.subjects = RuleSubjects.of(current);
        this.session = new KeptSession(() -> current);
        this.kind = kind;
        this.tuned = new EditedFile<>(folder.resolve("strategy").resolve(name).resolve("strategy.yaml"), file -> {
            PackFile read = PackFile.read(file);
            List<String> undeclared = NamesUsed.faults(rules.apply(rulesFolder), read);
            if (!undeclared.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", undeclared));
            }
            return Tuned.of(read, kind.limits(read.parameters()));
        });
    }

    /**
     * The pack of that name; nothing is asked yet.
     *
     * @param name        the pack's name, also its folder
     * @param rulesFolder the folder {@code rules}
     * @param rules       gives the rule base in force of a folder, such as {@code strategy/momentum-core}
     * @throws IllegalArgumentException when its parameters cannot be used, with file and line, or it has no rules
     */
    public static StrategyPack open(String name, Path rulesFolder, Function<String, RuleBook> rules) {
        return open(name, FloorParts.of(rulesFolder, rules));
    }

    /** The same with all that a floor is made of. */
    public static StrategyPack open(String name, FloorParts parts) {
        return of(name, parts, PackKind.of(name));
    }

    private static <L> StrategyPack of(String name, FloorParts parts, PackKind<L> kind) {
        return new DrlStrategyPack<>(name, parts, kind);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean wantsScore() {
        return subjects().names(Score.class);
    }

    @Override
    public boolean followsSignals() {
        return subjects().names(TradingSignal.class);
    }

    @Override
    public long turnMs() {
        return Math.round(tuned.get().file().parameters().numbers().getOrDefault("turn-minutes-max", 0.0) * 60_000);
    }

    @Override
    public ReadingPlan readings() {
        Tuned<L> now = tuned.get();
        RuleSubjects looks = subjects();
        if (looks.events()) {
            return now.planWithEvents();
        }
        return looks.structure() || kind.looksAtStructure() ? now.planWithStructure() : now.plan();
    }

    @Override
    public Answer ask(StrategyContext context) {
        Tuned<L> now = tuned.get();
        RuleSubjects looks = lookedAt(now);
        if (fault != null) {
            return Answer.silent("its rules name what is not declared: " + fault);
        }
        shown = 0;
        L limits = now.limits();
        showAll(looks, kind.measures(context, limits));
        if (limitsWanted) {
            add(limits);
        }
        if (looks.features()) {
            add(context.features());
        }
        if (looks.regime()) {
            add(context.regime());
        }
        if (looks.structure()) {
            showStructure(looks, context);
        }
        showDeclared(looks, context, now.readings());
        List<TriggerHit> hits = session.form(group, seen, shown, TriggerHit.class);
        return hits.isEmpty() ? Answer.silent(kind.nearest(context, limits)) : priced(hits, context, now);
    }

    @Override
    public boolean silentOn(ReadingsSeen readings) {
        Tuned<L> now = tuned.get();
        RuleSubjects looks = lookedAt(now);
        if (fault != null || !looks.onlyDeclared() || !kind.rulesAlone()) {
            return false;
        }
        shown = 0;
        if (limitsWanted) {
            add(now.limits());
        }
        add(now.readings().readings(readings));
        return session.form(group, seen, shown, TriggerHit.class).isEmpty();
    }

    private Answer priced(List<TriggerHit> hits, StrategyContext context, Tuned<L> now) {
        L limits = now.limits();
        List<TriggerHit> priced = hits.size() == 1 ? List.of(kind.priced(hits.get(0), context, limits))
                : hits.stream().map(hit -> kind.priced(hit, context, limits)).toList();
        return answer(priced, now, now.readings().saw(context.readings(), kind.saw(context, limits)));
    }

    private void showStructure(RuleSubjects looks, StrategyContext context) {
        show(looks, context.structure());
        showAll(looks, context.structure().poolSteps());
        show(looks, context.structure().breakout());
        show(looks, context.structure().scalp());
        show(looks, context.score());
    }

    /** What the pack declared, and what it holds. */
    private void showDeclared(RuleSubjects looks, StrategyContext context, ReadingFacts declared) {
        if (looks.readings()) {
            add(declared.readings(context.readings()));
        }
        if (looks.events()) {
            add(declared.events(context.readings()));
        }
        if (looks.holding()) {
            holdings.held(name, context.features().instrument())
                    .ifPresent(held -> add(Holding.of(held, context.features())));
        }
    }

    @Override
    public Answer follow(SignalContext context) {
        Tuned<L> now = tuned.get();
        RuleSubjects looks = subjects();
        shown = 0;
        showAll(looks, List.of(now.limits(), context.signal(), context.mark(), context.regime()));
        if (looks.names(Holding.class)) {
            holdings.held(name, context.signal().instrument()).ifPresent(held -> add(Holding.of(held, context)));
        }
        List<TriggerHit> hits = session.form(group, seen, shown, TriggerHit.class);
        return answer(hits.stream().map(hit -> kind.trusted(hit, now.limits())).toList(), now,
                Collections.emptySortedMap());
    }

    @Override
    public void refresh() {
        tuned.refresh();
    }

    /** What the rules in force look at; they are compared with what is declared when either has changed. */
    private RuleSubjects lookedAt(Tuned<L> now) {
        RuleSubjects looks = subjects();
        if (compared != current || comparedWith != now) {
            compare(looks, now);
        }
        return looks;
    }

    /**
     * Names that the rules in force use and the pack does not declare: an edit of the rules may bring some. The pack is
     * silent until both agree again.
     */
    private void compare(RuleSubjects looks, Tuned<L> now) {
        limitsWanted = looks.names(now.limits().getClass());
        compared = current;
        comparedWith = now;
        List<String> faults = NamesUsed.faults(current, now.file());
        fault = faults.isEmpty() ? null : faults.get(0);
        faults.forEach(one -> LOG.error("strategy {} is silent: {}", name, one));
    }

    /** Only what the rules look at is given to them. */
    private void show(RuleSubjects looks, @Nullable Object fact) {
        if (fact != null && looks.names(fact.getClass())) {
            add(fact);
        }
    }

    private void add(Object fact) {
        if (shown == seen.length) {
            seen = Arrays.copyOf(seen, 2 * shown);
        }
        seen[shown++] = fact;
    }

    private void showAll(RuleSubjects looks, List<?> facts) {
        for (int i = 0; i < facts.size(); i++) {
            show(looks, facts.get(i));
        }
    }

    private Answer answer(List<TriggerHit> hits, Tuned<L> now, SortedMap<String, Double> saw) {
        return new Answer(hits, current.version(), now.stopAtr(), now.targetAtr(), Words.NONE, saw);
    }

    private RuleSubjects subjects() {
        if (current.superseded()) {
            current = rules.apply(rulesFolder);
            if (!subjects.areOf(current)) {
                subjects = RuleSubjects.of(current);
            }
        }
        return subjects;
    }
}
