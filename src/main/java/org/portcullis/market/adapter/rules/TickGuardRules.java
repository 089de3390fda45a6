package org.portcullis.market.adapter.rules;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.engine.rules.KeptSession;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.engine.rules.TriggerSession;
import org.portcullis.market.TickCheck;
import org.portcullis.market.TickFlag;
import org.portcullis.market.TickGuard;
import org.portcullis.market.TickLimits;
import org.portcullis.market.domain.bars.TickGate;

/**
 * Asks the guard rules of {@code rules/market/tick-guard.drl}. Ticks that {@link TickGate} proves clean are not asked
 * about, as long as the rules are the very ones that it was proven against: an edited rule switches the gate off, so
 * that every tick is judged by what stands in the file.
 */
public final class TickGuardRules implements TickGuard {

    /** The rules that the gate is proven against, by the hash of their texts. */
    static final String PROVEN_RULES = "ea45eeaadb35b668";

    private static final String GROUP = "market.tick_guard";
    private static final Comparator<TickFlag> ORDER = Comparator.comparing(TickFlag::code)
            .thenComparingDouble(TickFlag::actual).thenComparingDouble(TickFlag::limit);

    private final Supplier<RuleBook> inForce;
    private final KeptSession session;
    private String version = "";
    private boolean gateProven;

    /**
     * Nothing is asked yet.
     *
     * @param inForce the rule base {@code market} in force, asked before each tick
     */
    public TickGuardRules(Supplier<RuleBook> inForce) {
        this.inForce = inForce;
        this.session = new KeptSession(inForce);
    }

    @Override
    public List<TickFlag> judge(TickCheck check, TickLimits limits) {
        return gateApplies() && TickGate.clean(check, limits) ? List.of() : judgeByRules(check, limits);
    }

    /** What the rules themselves say, the gate left out. */
    public List<TickFlag> judgeByRules(TickCheck check, TickLimits limits) {
        return session.ask(rules -> flags(rules, check, limits));
    }

    /** Whether the rules in force are the ones that the gate is proven against. */
    public boolean gateApplies() {
        RuleBook rules = inForce.get();
        if (!rules.version().equals(version)) {
            version = rules.version();
            gateProven = textOf(rules).equals(PROVEN_RULES);
        }
        return gateProven;
    }

    /** Hash over the texts of the group's rules, comments and their order left out. */
    static String textOf(RuleBook rules) {
        String text = rules.rules().stream().filter(rule -> rule.agendaGroup().equals(GROUP)).map(RuleText::source)
                .map(source -> source.replaceAll("\\s+", " ")).sorted().reduce("", String::concat);
        return ContentHash.first16(text);
    }

    /** Rules have no order between them, so what they found is put into one. */
    private static List<TickFlag> flags(TriggerSession rules, TickCheck check, TickLimits limits) {
        rules.insert(limits);
        rules.insert(check);
        rules.fire(GROUP);
        List<TickFlag> flags = rules.facts(TickFlag.class);
        return flags.size() < 2 ? flags : flags.stream().sorted(ORDER).toList();
    }
}
