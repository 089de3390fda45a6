package org.portcullis.risk.adapter.rules;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleRun;
import org.portcullis.risk.exit.ExitRules;

/** Asks the rules of {@code rules/risk/exits.drl}. */
public final class RuleExits implements ExitRules {

    static final String EXITS = "risk.exits";

    private final Supplier<RuleBook> base;
    private final KnownRules known;

    /** Asks the base that the supplier names as being in force. */
    public RuleExits(Supplier<RuleBook> base) {
        this.base = base;
        this.known = new KnownRules(base, EXITS, "known-exits.drl");
    }

    @Override
    public Said read(List<Record> facts) {
        Exits exits = new Exits();
        try (RuleRun run = base.get().open(exits)) {
            facts.forEach(run::insert);
            run.fire(EXITS);
            return new Said(run.version(), exits.readings(), exits.stops());
        }
    }

    @Override
    public @Nullable String foreseen() {
        return known.version();
    }
}
