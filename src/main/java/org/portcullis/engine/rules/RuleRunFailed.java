package org.portcullis.engine.rules;

import org.jspecify.annotations.Nullable;

/**
 * A judgement that did not come to its end: a rule threw, fired without end, compared too much or took too long. The
 * run is closed and nothing of it may be used; the caller fails closed.
 */
public final class RuleRunFailed extends RuntimeException {

    private final String rule;
    private final String file;

    /**
     * Names the rule at fault.
     *
     * @param rule  the rule that was at work, or the agenda group when none had fired yet
     * @param file  its file, relative to the rules folder
     * @param what  what happened, with the limit that was passed
     * @param cause the exception behind it, if any
     */
    public RuleRunFailed(String rule, String file, String what, @Nullable Throwable cause) {
        super("rule " + rule + " (" + file + ") " + what, cause);
        this.rule = rule;
        this.file = file;
    }

    /** The rule that was at work, or the agenda group when none had fired yet. */
    public String rule() {
        return rule;
    }

    /** The rule's file, relative to the rules folder. */
    public String file() {
        return file;
    }
}
