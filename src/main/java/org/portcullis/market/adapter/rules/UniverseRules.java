package org.portcullis.market.adapter.rules;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.portcullis.engine.rules.KeptSession;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.market.Candidate;
import org.portcullis.market.Exclusion;
import org.portcullis.market.UniverseJudge;
import org.portcullis.market.UniverseLimits;

/** Asks the universe rules of {@code rules/market}; an edited rule judges the next symbol. */
public final class UniverseRules implements UniverseJudge {

    private static final String GROUP = "market.universe";
    private static final Comparator<Exclusion> ORDER = Comparator.comparing(Exclusion::code)
            .thenComparingDouble(Exclusion::actual).thenComparingDouble(Exclusion::limit);

    private final KeptSession session;

    /**
     * Nothing is asked yet.
     *
     * @param inForce the rule base {@code market} in force, asked before each symbol
     */
    public UniverseRules(Supplier<RuleBook> inForce) {
        this.session = new KeptSession(inForce);
    }

    @Override
    public List<Exclusion> judge(Candidate candidate, UniverseLimits limits) {
        // rules have no order between them, so what they found is put into one
        return session.form(GROUP, List.of(limits, candidate), Exclusion.class).stream().sorted(ORDER).toList();
    }
}
