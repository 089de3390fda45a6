package org.portcullis.engine.rules;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A session that lives from item to item and follows the rules in force: opened anew when the version in force has
 * changed, when the last run failed, or when another thread has taken over. One thread at a time may use it.
 */
public final class KeptSession {

    private final Supplier<RuleBook> inForce;
    private @Nullable TriggerSession session;
    private @Nullable Thread owner;
    private @Nullable RuleBook current;
    private RuleBook.Foresight foresight = RuleBook.NOTHING_KNOWN;
    private String foreseen = "";

    /** @param inForce the rule base in force, asked for every item */
    public KeptSession(Supplier<RuleBook> inForce) {
        this.inForce = inForce;
    }

    /**
     * What the rules of a group form of some facts. Where that is certain without the engine, no session is asked.
     *
     * @param type of the facts wanted; none of the given ones may be of it
     * @throws RuleRunFailed when a rule fails; the next item gets a new session
     */
    public <T> List<T> form(String agendaGroup, List<?> facts, Class<T> type) {
        return form(agendaGroup, facts.toArray(), facts.size(), type);
    }

    /**
     * The same of facts in a row that its owner fills again and again: for what is asked about every bar.
     *
     * @param facts holds the facts in its first places; it is read while this runs only
     * @param count how many facts there are
     */
    public <T> List<T> form(String agendaGroup, Object[] facts, int count, Class<T> type) {
        List<Object> known = foresight(agendaGroup).known(facts, count);
        if (known == null) {
            return ask(run -> {
                for (int i = 0; i < count; i++) {
                    run.insert(facts[i]);
                }
                run.fire(agendaGroup);
                return run.facts(type);
            });
        }
        return known.isEmpty() ? List.of() : ofType(known, type);
    }

    private static <T> List<T> ofType(List<Object> known, Class<T> type) {
        for (int i = 0; i < known.size(); i++) {
            if (!type.isInstance(known.get(i))) {
                return known.stream().filter(type::isInstance).map(type::cast).toList();
            }
        }
        @SuppressWarnings("unchecked")
        List<T> all = (List<T>) known;
        return all;
    }

    /**
     * Lends the session for one item and clears it afterwards.
     *
     * @param judgement inserts facts, fires and reads what was formed; must not keep the session
     * @throws RuleRunFailed when a rule fails; the next item gets a new session
     */
    public <T> T ask(Function<TriggerSession, T> judgement) {
        TriggerSession kept = open();
        boolean done = false;
        try {
            T answer = judgement.apply(kept);
            kept.clear();
            done = true;
            return answer;
        } finally {
            if (!done) {
                drop();
            }
        }
    }

    /** Asked for every bar: looked up again only when the rules in force or the group have changed. */
    private RuleBook.Foresight foresight(String agendaGroup) {
        RuleBook rules = current;
        if (rules == null || rules.superseded() || !agendaGroup.equals(foreseen)) {
            rules = inForce.get();
            current = rules;
            foreseen = agendaGroup;
            foresight = rules.foresight(agendaGroup);
        }
        return foresight;
    }

    private TriggerSession open() {
        RuleBook rules = inForce.get();
        TriggerSession kept = session;
        if (kept != null && owner == Thread.currentThread() && kept.version().equals(rules.version())) {
            return kept;
        }
        drop();
        TriggerSession opened = rules.ownedSession();
        session = opened;
        owner = Thread.currentThread();
        return opened;
    }

    private void drop() {
        if (session != null) {
            session.close();
            session = null;
        }
    }
}
