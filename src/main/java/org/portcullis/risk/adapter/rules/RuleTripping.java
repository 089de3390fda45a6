package org.portcullis.risk.adapter.rules;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RulePanel;
import org.portcullis.risk.breaker.Reading;
import org.portcullis.risk.breaker.TrippingRules;

/** Asks the rules of {@code rules/risk/tripping.drl}. */
public final class RuleTripping implements TrippingRules {

    static final String TRIPPING = "risk.tripping";

    private final Supplier<RuleBook> base;
    private final KnownRules known;
    private volatile @Nullable InForce panel;

    /** What is asked of one version of the rules. */
    private record InForce(RuleBook base, RulePanel panel) {
    }

    /** Asks the base that the supplier names as being in force. */
    public RuleTripping(Supplier<RuleBook> base) {
        this.base = base;
        this.known = new KnownRules(base, TRIPPING, "known-tripping.drl");
    }

    @Override
    public List<Reading> read(List<Record> facts) {
        Trips trips = new Trips();
        panel().ask(facts, trips);
        return trips.readings();
    }

    private RulePanel panel() {
        RuleBook rules = base.get();
        InForce now = panel;
        if (now == null || now.base() != rules) {
            now = new InForce(rules, rules.panel(List.of(TRIPPING)));
            panel = now;
        }
        return now.panel();
    }

    @Override
    public boolean foreseen() {
        return known.version() != null;
    }
}
