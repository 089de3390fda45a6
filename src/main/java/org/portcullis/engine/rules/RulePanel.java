package org.portcullis.engine.rules;

import java.util.List;

/** Groups of one version of a rule base that are asked together, again and again; safe to share between threads. */
@FunctionalInterface
public interface RulePanel {

    /**
     * One judgement: fires the groups in their order on these facts.
     *
     * @param recorder what the rules write into; empty so far
     * @return full names of the rules that fired, in order
     * @throws RuleRunFailed            as {@link RuleRun#fire}
     * @throws IllegalArgumentException when a group does not exist, or none writes into such a recorder
     */
    List<String> ask(List<?> facts, RuleRecorder recorder);
}
