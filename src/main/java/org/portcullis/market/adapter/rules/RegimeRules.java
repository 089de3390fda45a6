package org.portcullis.market.adapter.rules;

import java.util.List;
import java.util.function.Supplier;
import org.portcullis.engine.rules.KeptSession;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.market.RegimeJudge;
import org.portcullis.market.RegimeLimits;
import org.portcullis.market.RegimeMeasures;
import org.portcullis.market.RegimeVote;

/** Asks the regime rules of {@code rules/market}; an edited rule judges the next bar (S2-REQ-U3). */
public final class RegimeRules implements RegimeJudge {

    private static final String GROUP = "market.regime";

    private final KeptSession session;
    /** Limits and measures; used by one thread at a time. */
    private final Object[] facts = new Object[2];

    /**
     * Nothing is asked yet.
     *
     * @param inForce the rule base {@code market} in force, asked before each bar
     */
    public RegimeRules(Supplier<RuleBook> inForce) {
        this.session = new KeptSession(inForce);
    }

    @Override
    public List<RegimeVote> judge(RegimeMeasures measures, RegimeLimits limits) {
        facts[0] = limits;
        facts[1] = measures;
        return session.form(GROUP, facts, 2, RegimeVote.class);
    }
}
