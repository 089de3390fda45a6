package org.portcullis.engine.policy;

import java.util.List;

/** A policy file that cannot be used: every fault with its file and line, none of it in force. */
public final class PolicyBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public PolicyBroken(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each: {@code file:line: what is wrong and what to do}. */
    public List<String> problems() {
        return problems;
    }
}
