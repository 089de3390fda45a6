package org.portcullis.strategy.adapter.rules;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.portcullis.engine.rules.KeptSession;
import org.portcullis.engine.rules.RuleBase;
import org.portcullis.market.Features;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.StrategyPack;
import org.portcullis.strategy.TriggerHit;

/** A strategy pack whose triggers are rules in {@code rules/strategy/NAME/triggers.drl}. */
public final class DrlStrategyPack implements StrategyPack {

    private final String name;
    private final String group;
    private final KeptSession session;
    private final Supplier<PackParameters> parameters;
    private final PackKind kind;

    /**
     * Nothing is asked yet.
     *
     * @param name       the pack's name, also its folder
     * @param rules      gives the rule base in force of a folder, such as {@code strategy/momentum-core}
     * @param parameters the pack's parameters in force
     * @param kind       how the parameters become facts and misses become words
     */
    public DrlStrategyPack(String name, Function<String, RuleBase> rules, Supplier<PackParameters> parameters,
            PackKind kind) {
        this.name = name;
        this.group = "strategy." + name.replace('-', '_') + ".triggers";
        this.session = new KeptSession(() -> rules.apply("strategy/" + name));
        this.parameters = parameters;
        this.kind = kind;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Answer ask(Features features) {
        PackParameters now = parameters.get();
        Object limits = kind.facts().apply(now);
        return session.ask(rules -> {
            rules.insert(limits);
            rules.insert(features);
            rules.fire(group);
            List<TriggerHit> hits = rules.facts(TriggerHit.class);
            return new Answer(hits, rules.version(), now.number("stop-atr"), now.number("target-atr"),
                    hits.isEmpty() ? kind.nearest().apply(features, limits) : "");
        });
    }
}
