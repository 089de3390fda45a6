package org.portcullis.strategy.adapter.rules;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.KeptSession;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.TriggerSession;
import org.portcullis.market.Features;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.StrategyPack;
import org.portcullis.strategy.TriggerHit;
import org.portcullis.strategy.adapter.store.ParameterBook;

/** A strategy pack whose triggers are rules in {@code rules/strategy/NAME/triggers.drl}. */
public final class DrlStrategyPack implements StrategyPack {

    private final String name;
    private final String group;
    private final KeptSession session;
    private final ParameterBook book;
    private final PackKind kind;
    private @Nullable PackParameters parameters;
    private @Nullable Object limits;

    /**
     * Nothing is asked yet.
     *
     * @param name  the pack's name, also its folder
     * @param rules gives the rule base in force of a folder, such as {@code strategy/momentum-core}
     * @param book  the pack's parameters
     * @param kind  how the parameters become facts and misses become words
     */
    public DrlStrategyPack(String name, Function<String, RuleBook> rules, ParameterBook book, PackKind kind) {
        this.name = name;
        this.group = "strategy." + name.replace('-', '_') + ".triggers";
        this.session = new KeptSession(() -> rules.apply("strategy/" + name));
        this.book = book;
        this.kind = kind;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Answer ask(Features features) {
        PackParameters now = book.get();
        Object facts = limits(now);
        return session.ask(rules -> answer(rules, features, facts, now));
    }

    @Override
    public void refresh() {
        book.refresh();
    }

    private Answer answer(TriggerSession rules, Features features, Object facts, PackParameters now) {
        rules.insert(facts);
        rules.insert(features);
        rules.fire(group);
        List<TriggerHit> hits = rules.facts(TriggerHit.class);
        return new Answer(hits, rules.version(), now.number("stop-atr"), now.number("target-atr"),
                hits.isEmpty() ? kind.nearest().apply(features, facts) : "");
    }

    private Object limits(PackParameters now) {
        Object made = limits;
        if (made == null || parameters != now) {
            made = kind.facts().apply(now);
            limits = made;
            parameters = now;
        }
        return made;
    }
}
