package org.portcullis.risk.adapter.rules;

import java.util.List;
import java.util.function.Supplier;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleRun;
import org.portcullis.risk.breaker.Reading;
import org.portcullis.risk.breaker.TrippingRules;

/** Asks the rules of {@code rules/risk/tripping.drl}. */
public final class RuleTripping implements TrippingRules {

    static final String TRIPPING = "risk.tripping";

    private final Supplier<RuleBook> base;
    private final KnownRules known = new KnownRules(TRIPPING, "known-tripping.drl");

    /** Asks the base that the supplier names as being in force. */
    public RuleTripping(Supplier<RuleBook> base) {
        this.base = base;
    }

    @Override
    public List<Reading> read(List<Record> facts) {
        Trips trips = new Trips();
        try (RuleRun run = base.get().open(trips)) {
            facts.forEach(run::insert);
            run.fire(TRIPPING);
            return trips.readings();
        }
    }

    @Override
    public boolean foreseen() {
        return known.are(base.get());
    }
}
