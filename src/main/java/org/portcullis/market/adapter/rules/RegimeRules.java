package org.portcullis.market.adapter.rules;

import java.util.List;
import java.util.function.Supplier;
import org.portcullis.engine.rules.KeptSession;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleRunFailed;
import org.portcullis.market.Regime;
import org.portcullis.market.RegimeJudge;
import org.portcullis.market.RegimeLimits;
import org.portcullis.market.RegimeMeasures;
import org.portcullis.market.RegimeVote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the regime rules of {@code rules/market}; an edited rule judges the next bar (S2-REQ-U3). */
public final class RegimeRules implements RegimeJudge {

    private static final String GROUP = "market.regime";

    private static final Logger LOG = LoggerFactory.getLogger(RegimeRules.class);
    /** Where nobody knows the market nothing is entered; what is held may be left. */
    private static final List<RegimeVote> CRASH = List.of(new RegimeVote(Regime.CRASH, 1, 0));

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
        try {
            return session.form(GROUP, facts, 2, RegimeVote.class);
        } catch (RuleRunFailed stopped) {
            LOG.error("taken for a crash, because nobody can tell what kind of market it is: {}",
                    stopped.getMessage());
            return CRASH;
        }
    }
}
