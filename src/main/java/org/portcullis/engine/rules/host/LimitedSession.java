package org.portcullis.engine.rules.host;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.runtime.rule.Match;
import org.portcullis.engine.rules.RuleFiring;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleRunFailed;
import org.portcullis.engine.rules.TriggerSession;
import org.portcullis.engine.rules.gate.GroupGate;
import org.portcullis.kernel.Invariant;

/**
 * A Drools session under limits, for one thread: firings, time, facts and joins. A run that passes one, or throws, is
 * closed and its session thrown away, so that nothing of it reaches a later run.
 */
final class LimitedSession implements TriggerSession {

    private final CompiledRules rules;
    private final RuleLimits limits;
    private final Watchdog watchdog;
    private final Supplier<KieSession> engine;
    private final @Nullable RecordedGroups recorded;
    private final Deadline deadline;
    private final List<Object> facts = new ArrayList<>();
    private final List<Object> waiting = new ArrayList<>();
    private final List<FactHandle> handles = new ArrayList<>();
    private final List<String> fired = new ArrayList<>();
    private @Nullable KieSession session;
    private @Nullable Thread owner;
    private @Nullable JoinBound bound;
    private @Nullable String lastGroup;
    private @Nullable GroupGate lastGate;
    private int factsChecked;
    private boolean closed;
    private boolean inserting;

    /**
     * @param engine   gives the session of the engine when it is first needed: most judgements never need it
     * @param recorded carries out what only records; null when the run has no recorder
     */
    LimitedSession(CompiledRules rules, Supplier<KieSession> engine, @Nullable RecordedGroups recorded,
                   RuleLimits limits, Watchdog watchdog) {
        this.rules = rules;
        this.limits = limits;
        this.watchdog = watchdog;
        this.engine = engine;
        this.recorded = recorded;
        this.deadline = new Deadline(limits.timeMax());
    }

    private KieSession session(String agendaGroup) {
        KieSession open = session;
        if (open == null) {
            try {
                open = engine.get();
            } catch (RuntimeException | LinkageError broken) {
                throw failed(agendaGroup, "cannot be compiled any more: " + broken.getMessage(), broken);
            }
            open.addEventListener(new FiringLimit(fired, limits, deadline));
            open.addEventListener(new Insertions());
            session = open;
            watchdog.watch(this);
        }
        return open;
    }

    @Override
    public String version() {
        return rules.version();
    }

    @Override
    public void insert(Object fact) {
        checkUsable();
        facts.add(fact);
        waiting.add(fact);
        if (recorded != null) {
            recorded.factsChanged();
        }
        if (facts.size() > limits.factsMax()) {
            throw failed("all rules", tooManyFacts(), null);
        }
    }

    /** Facts reach the engine only when the gate of a group lets them: most never do. */
    private void insertWaiting(KieSession session) {
        for (int i = 0; i < waiting.size(); i++) {
            Object fact = waiting.get(i);
            try {
                handles.add(session.insert(fact));
            } catch (RunStopped stop) {
                throw failed("all rules", stop.getMessage(), null);
            } catch (RuntimeException | LinkageError | StackOverflowError thrown) {
                throw failed("all rules", "could not take the fact " + fact.getClass().getSimpleName() + ": "
                        + thrown.getMessage(), thrown);
            }
        }
        waiting.clear();
    }

    private String tooManyFacts() {
        return "holds more than " + limits.factsMax() + " facts";
    }

    @Override
    public int fire(String agendaGroup) {
        checkUsable();
        if (recorded != null) {
            return record(agendaGroup, recorded);
        }
        if (!agendaGroup.equals(lastGroup)) {
            rules.checkCanFire(agendaGroup, false);
            lastGroup = agendaGroup;
            lastGate = rules.gate(agendaGroup);
        }
        GroupGate gate = lastGate;
        GroupGate.Formed formed = gate == null ? null : gate.asked(facts);
        if (formed == null) {
            return fireUnchecked(agendaGroup);
        }
        fired.addAll(formed.rules());
        formed.facts().forEach(this::insert);
        return formed.rules().size();
    }

    /** Rules that only record are carried out without the engine where that is certain; none can be endless. */
    private int record(String agendaGroup, RecordedGroups groups) {
        List<String> known = groups.fire(agendaGroup, facts, limits.firingsMax() - fired.size());
        if (known == null) {
            rules.checkCanFire(agendaGroup, true);
            return fireUnchecked(agendaGroup);
        }
        fired.addAll(known);
        return known.size();
    }

    int fireUnchecked(String agendaGroup) {
        int firedBefore = fired.size();
        KieSession session = session(agendaGroup);
        bound = rules.bound(agendaGroup);
        inserting = true;
        insertWaiting(session);
        inserting = false;
        try {
            checkJoins();
            deadline.begin();
            session.getAgenda().getAgendaGroup(agendaGroup).setFocus();
            GroupGate gate = rules.gate(agendaGroup);
            if (gate == null) {
                session.fireAllRules(limits.firingsMax() + 1);
            } else {
                session.fireAllRules(match -> gate.admits(match.getRule().getName(), factsOf(match)),
                        limits.firingsMax() + 1);
            }
        } catch (RunStopped stop) {
            throw failed(agendaGroup, stop.getMessage(), null);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError thrown) {
            Throwable cause = thrown;
            while (cause.getCause() != null && !(cause instanceof RunStopped)) {
                cause = cause.getCause();
            }
            throw failed(agendaGroup, cause instanceof RunStopped ? cause.getMessage() : "threw " + cause, thrown);
        } finally {
            deadline.end();
        }
        if (deadline.isOverdue()) {
            throw failed(agendaGroup, deadline.text(), null);
        }
        return fired.size() - firedBefore;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> factsOf(Match match) {
        return (List<Object>) match.getObjects();
    }

    @Override
    public <T> List<T> facts(Class<T> type) {
        checkUsable();
        List<T> found = null;
        for (int i = 0; i < facts.size(); i++) {
            if (type.isInstance(facts.get(i))) {
                found = found == null ? new ArrayList<>() : found;
                found.add(type.cast(facts.get(i)));
            }
        }
        return found == null ? List.of() : Collections.unmodifiableList(found);
    }

    @Override
    public List<RuleFiring> fired() {
        checkUsable();
        List<RuleFiring> firings = new ArrayList<>(fired.size());
        for (String rule : fired) {
            firings.add(new RuleFiring(rule, firings.size() + 1));
        }
        return firings;
    }

    @Override
    public List<String> firedRules() {
        checkUsable();
        return List.copyOf(fired);
    }

    @Override
    public void clear() {
        checkUsable();
        for (int i = handles.size() - 1; i >= 0; i--) {
            Objects.requireNonNull(session).delete(handles.get(i));
        }
        if (recorded != null) {
            recorded.clear();
        }
        handles.clear();
        waiting.clear();
        facts.clear();
        fired.clear();
        factsChecked = 0;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (session != null) {
                watchdog.forget(this);
                session.dispose();
            }
        }
    }

    /** Called by the watchdog's thread. */
    void haltWhenOverdue(long nowNanos) {
        deadline.haltWhenOverdue(nowNanos, () -> Objects.requireNonNull(session).halt());
    }

    private void checkUsable() {
        if (closed) {
            throw new IllegalStateException("the rule run of " + rules.folder() + " is closed");
        }
        Thread current = Thread.currentThread();
        if (owner == null) {
            owner = current;
        }
        Invariant.hold(owner == current, () -> "a rule run belongs to one thread");
    }

    private void checkJoins() {
        factsChecked = facts.size();
        String rule = bound == null ? null : bound.ruleOverBound(facts);
        if (rule != null) {
            fired.add(rule);
            throw new RunStopped("would compare more than " + limits.comparisonsMax() + " combinations of "
                    + facts.size() + " facts");
        }
    }

    /** Closes without giving the session back: what state it is in nobody knows. */
    private RuleRunFailed failed(String agendaGroup, @Nullable String what, @Nullable Throwable cause) {
        closed = true;
        watchdog.forget(this);
        String rule = fired.isEmpty() ? agendaGroup : fired.get(fired.size() - 1);
        return new RuleRunFailed(rule, rules.fileOf(rule), String.valueOf(what), cause);
    }

    private final class Insertions extends DefaultRuleRuntimeEventListener {

        @Override
        public void objectInserted(ObjectInsertedEvent event) {
            if (inserting) {
                return;
            }
            facts.add(event.getObject());
            handles.add(event.getFactHandle());
            if (facts.size() > limits.factsMax()) {
                throw new RunStopped(tooManyFacts());
            }
            if (bound != null && facts.size() > bound.harmlessFacts() && facts.size() > factsChecked * 2) {
                checkJoins();
            }
        }
    }
}
