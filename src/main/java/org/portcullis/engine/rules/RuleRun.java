package org.portcullis.engine.rules;

import java.util.List;

/** One judgement on one version of a rule base, for one thread; nothing is carried over to the next. */
public interface RuleRun extends AutoCloseable {

    /** Version of the rule base this run judges by. */
    String version();

    /**
     * Adds a fact before firing.
     *
     * @throws RuleRunFailed         when there are more facts than a run may hold
     * @throws IllegalStateException when the run is closed
     */
    void insert(Object fact);

    /**
     * Fires the rules of one group until none is left.
     *
     * @param agendaGroup the question, such as {@code risk.caps}
     * @return how many rules fired
     * @throws RuleRunFailed            when a rule throws, or a limit is passed; the run is closed then
     * @throws IllegalArgumentException when the rule base has no such group
     * @throws IllegalStateException    when the group's recorder was not given, or the run is closed
     */
    int fire(String agendaGroup);

    /** The facts of a type, given and formed, in the order in which they came in. */
    <T> List<T> facts(Class<T> type);

    /** What fired so far, in order. */
    List<RuleFiring> fired();

    /** Full names of the rules that fired so far, in order. */
    default List<String> firedRules() {
        return fired().stream().map(RuleFiring::rule).toList();
    }

    /** Gives the session back; harmless when repeated. */
    @Override
    void close();
}
