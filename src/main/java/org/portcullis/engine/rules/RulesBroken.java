package org.portcullis.engine.rules;

import java.util.List;
import java.util.stream.Collectors;

/** Rule files that cannot be put in force; there is no older version to fall back to. */
public final class RulesBroken extends RuntimeException {

    private final transient List<RuleProblem> problems;

    /** One or more problems, each with its file and line. */
    public RulesBroken(List<RuleProblem> problems) {
        super(problems.stream().map(RuleProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of files and lines. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
