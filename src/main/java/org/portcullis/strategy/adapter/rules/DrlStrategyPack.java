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
import org.portcullis.signal.TradingSignal;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.Score;
import org.portcullis.strategy.SignalContext;
import org.portcullis.strategy.StrategyContext;
import org.portcullis.strategy.StrategyPack;
import org.portcullis.strategy.TriggerHit;
import org.portcullis.engine.yaml.EditedFile;

/**
 * A strategy pack whose triggers are rules in {@code rules/strategy/NAME/triggers.drl}. It remembers nothing from bar
 * to bar but the compiled rules and the parameters in force.
 *
 * @param <L> the fact that the pack's rules compare with
 */
public final class DrlStrategyPack<L> implements StrategyPack {

    /** Parameters in force with what is made from them. */
    private record Tuned<L>(PackParameters parameters, L limits, double stopAtr, double targetAtr) {

        static <L> Tuned<L> of(PackParameters read, L limits) {
            return new Tuned<>(read, limits, read.numbers().getOrDefault("stop-atr", Double.NaN),
                    read.numbers().getOrDefault("target-atr", Double.NaN));
        }

        @Override
        public String toString() {
            return parameters.numbers().toString();
        }
    }

    private final String name;
    private final String group;
    private final Function<String, RuleBook> rules;
    private final KeptSession session;
    private final EditedFile<Tuned<L>> tuned;
    private final PackKind<L> kind;
    private RuleBook current;
    private RuleSubjects subjects;

    private DrlStrategyPack(String name, Function<String, RuleBook> rules, Path folder, PackKind<L> kind) {
        this.name = name;
        this.group = "strategy." + name.replace('-', '_') + ".triggers";
        this.rules = rules;
        this.current = rules.apply("strategy/" + name);
        this.subjects = RuleSubjects.of(current);
        this.session = new KeptSession(() -> current);
        this.kind = kind;
        this.tuned = new EditedFile<>(folder.resolve("strategy").resolve(name).resolve("strategy.yaml"), file -> {
            PackParameters read = PackParameters.read(file);
            return Tuned.of(read, kind.limits(read));
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
        return of(name, rulesFolder, rules, PackKind.of(name));
    }

    private static <L> StrategyPack of(String name, Path rulesFolder, Function<String, RuleBook> rules,
            PackKind<L> kind) {
        return new DrlStrategyPack<>(name, rules, rulesFolder, kind);
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
    public Answer ask(StrategyContext context) {
        Tuned<L> now = tuned.get();
        List<Object> facts = new ArrayList<>(kind.measures(context, now.limits()));
        facts.add(now.limits());
        facts.add(context.features());
        facts.add(context.structure());
        facts.add(context.regime());
        facts.addAll(context.structure().poolSteps());
        addIfThere(facts, context.structure().breakout());
        addIfThere(facts, context.structure().scalp());
        addIfThere(facts, context.score());
        List<TriggerHit> hits = fire(facts);
        if (hits.isEmpty()) {
            return Answer.silent(kind.nearest(context, now.limits()));
        }
        return answer(hits.stream().map(hit -> kind.priced(hit, context, now.limits())).toList(), now,
                kind.saw(context, now.limits()));
    }

    @Override
    public Answer follow(SignalContext context) {
        Tuned<L> now = tuned.get();
        List<TriggerHit> hits = fire(List.of(now.limits(), context.signal(), context.mark(), context.regime()));
        return answer(hits.stream().map(hit -> kind.trusted(hit, now.limits())).toList(), now,
                Collections.emptySortedMap());
    }

    @Override
    public void refresh() {
        tuned.refresh();
    }

    /** Only what the rules look at is given to them. */
    private List<TriggerHit> fire(List<Object> facts) {
        RuleSubjects looks = subjects();
        List<Object> seen = new ArrayList<>(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            if (looks.names(facts.get(i).getClass())) {
                seen.add(facts.get(i));
            }
        }
        return session.form(group, seen, TriggerHit.class);
    }

    private Answer answer(List<TriggerHit> hits, Tuned<L> now, SortedMap<String, Double> saw) {
        return new Answer(hits, current.version(), now.stopAtr(), now.targetAtr(), "", saw);
    }

    private RuleSubjects subjects() {
        RuleBook now = rules.apply("strategy/" + name);
        if (!subjects.areOf(now)) {
            subjects = RuleSubjects.of(now);
        }
        current = now;
        return subjects;
    }

    private static void addIfThere(List<Object> facts, @Nullable Object fact) {
        if (fact != null) {
            facts.add(fact);
        }
    }
}
