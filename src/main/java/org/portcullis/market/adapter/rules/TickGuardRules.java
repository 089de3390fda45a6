package org.portcullis.market.adapter.rules;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.portcullis.engine.rules.KeptSession;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.market.TickCheck;
import org.portcullis.market.TickFlag;
import org.portcullis.market.TickGuard;
import org.portcullis.market.TickLimits;

/** Asks the guard rules of {@code rules/market/tick-guard.drl}; an edited rule judges the next tick. */
public final class TickGuardRules implements TickGuard {

    private static final String GROUP = "market.tick_guard";
    private static final Comparator<TickFlag> ORDER = Comparator.comparing(TickFlag::code)
            .thenComparingDouble(TickFlag::actual).thenComparingDouble(TickFlag::limit);

    private final KeptSession session;

    /**
     * Nothing is asked yet.
     *
     * @param inForce the rule base {@code market} in force, asked before each tick
     */
    public TickGuardRules(Supplier<RuleBook> inForce) {
        this.session = new KeptSession(inForce);
    }

    @Override
    public List<TickFlag> judge(TickCheck check, TickLimits limits) {
        List<TickFlag> flags = session.form(GROUP, List.of(limits, check), TickFlag.class);
        // rules have no order between them, so what they found is put into one
        return flags.size() < 2 ? flags : flags.stream().sorted(ORDER).toList();
    }
}
