package org.portcullis.strategy.adapter.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.KeptSession;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.market.ReadingPlan;
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
    /** What is put before the rules of this pack; used by one thread at a time. */
    private final List<Object> seen = new ArrayList<>();
    private @Nullable RuleBook compared;
    private @Nullable Tuned<L> comparedWith;
    private List<String> faults = List.of();
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
        if (!compare(now).isEmpty()) {
            String fault = faults.get(0);
            return Answer.silent("its rules name what is not declared: " + fault);
        }
        RuleSubjects looks = subjects();
        seen.clear();
        showAll(looks, kind.measures(context, now.limits()));
        if (limitsWanted) {
            seen.add(now.limits());
        }
        if (looks.features()) {
            seen.add(context.features());
        }
        if (looks.regime()) {
            seen.add(context.regime());
        }
        if (looks.structure()) {
            show(looks, context.structure());
            showAll(looks, context.structure().poolSteps());
            show(looks, context.structure().breakout());
            show(looks, context.structure().scalp());
            show(looks, context.score());
        }
        showDeclared(looks, context, now);
        List<TriggerHit> hits = session.form(group, seen, TriggerHit.class);
        if (hits.isEmpty()) {
            return Answer.silent(kind.nearest(context, now.limits()));
        }
        List<TriggerHit> priced = new ArrayList<>(hits.size());
        for (TriggerHit hit : hits) {
            priced.add(kind.priced(hit, context, now.limits()));
        }
        return answer(priced, now, now.readings().saw(context.readings(), kind.saw(context, now.limits())));
    }

    /** What the pack declared, and what it holds. */
    private void showDeclared(RuleSubjects looks, StrategyContext context, Tuned<L> now) {
        if (looks.readings()) {
            seen.add(now.readings().readings(context.readings()));
        }
        if (looks.events()) {
            seen.add(now.readings().events(context.readings()));
        }
        if (looks.holding()) {
            holdings.held(name, context.features().instrument())
                    .ifPresent(held -> seen.add(Holding.of(held, context.features())));
        }
    }

    @Override
    public Answer follow(SignalContext context) {
        Tuned<L> now = tuned.get();
        RuleSubjects looks = subjects();
        seen.clear();
        showAll(looks, List.of(now.limits(), context.signal(), context.mark(), context.regime()));
        List<TriggerHit> hits = session.form(group, seen, TriggerHit.class);
        return answer(hits.stream().map(hit -> kind.trusted(hit, now.limits())).toList(), now,
                Collections.emptySortedMap());
    }

    @Override
    public void refresh() {
        tuned.refresh();
    }

    /**
     * Names that the rules in force use and the pack does not declare: an edit of the rules may bring some. The pack is
     * silent until both agree again.
     */
    private List<String> compare(Tuned<L> now) {
        RuleSubjects looks = subjects();
        if (compared != current || comparedWith != now) {
            limitsWanted = looks.names(now.limits().getClass());
            compared = current;
            comparedWith = now;
            faults = NamesUsed.faults(current, now.file());
            faults.forEach(fault -> LOG.error("strategy {} is silent: {}", name, fault));
        }
        return faults;
    }

    /** Only what the rules look at is given to them. */
    private void show(RuleSubjects looks, @Nullable Object fact) {
        if (fact != null && looks.names(fact.getClass())) {
            seen.add(fact);
        }
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
