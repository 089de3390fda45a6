package org.portcullis.market;

import java.util.List;
import java.util.function.Supplier;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.market.adapter.rules.UniverseRules;

/** The question the universe rules answer: what keeps this symbol out? Used by one thread at a time. */
public interface UniverseJudge {

    /**
     * The rules of {@code rules/market/universe.drl}.
     *
     * @param inForce gives the rule base {@code market} in force, asked before each symbol
     */
    static UniverseJudge under(Supplier<RuleBook> inForce) {
        return new UniverseRules(inForce);
    }

    /**
     * Looks at one symbol alone, so that no other can change what is said about it.
     *
     * @return every broken limit in the order of the codes; empty for a symbol that may be traded
     */
    List<Exclusion> judge(Candidate candidate, UniverseLimits limits);
}
