package org.portcullis.market.adapter.rules;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.portcullis.engine.rules.KeptSession;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleRunFailed;
import org.portcullis.market.BarCheck;
import org.portcullis.market.BarGuard;
import org.portcullis.market.Flag;
import org.portcullis.market.FlagCode;
import org.portcullis.market.MarketLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the guard rules of {@code rules/market}; an edited rule judges the next bar. */
public final class BarGuardRules implements BarGuard {

    private static final String GROUP = "market.bar_guard";
    private static final Comparator<Flag> ORDER = Comparator.comparing(Flag::code)
            .thenComparingDouble(Flag::actual).thenComparingDouble(Flag::limit);

    private static final Logger LOG = LoggerFactory.getLogger(BarGuardRules.class);
    private static final List<Flag> STOPPED = List.of(new Flag(FlagCode.GUARD_STOPPED, 1, 0));

    private final KeptSession session;
    /** Limits and bar; used by one thread at a time. */
    private final Object[] facts = new Object[2];

    /**
     * Nothing is asked yet.
     *
     * @param inForce the rule base {@code market} in force, asked before each bar
     */
    public BarGuardRules(Supplier<RuleBook> inForce) {
        this.session = new KeptSession(inForce);
    }

    @Override
    public List<Flag> judge(BarCheck check, MarketLimits limits) {
        facts[0] = limits;
        facts[1] = check;
        List<Flag> flags;
        try {
            flags = session.form(GROUP, facts, 2, Flag.class);
        } catch (RuleRunFailed stopped) {
            LOG.error("the newest bar of {} is refused: {}", check.instrument(), stopped.getMessage());
            return STOPPED;
        }
        // rules have no order between them, so what they found is put into one
        return flags.size() < 2 ? flags : flags.stream().sorted(ORDER).toList();
    }
}
