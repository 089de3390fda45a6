package org.portcullis.engine.workflow;

/** A person may not, or can no longer, complete a task. Nothing was changed. */
public final class TaskRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a task was not completed. */
    public enum Why { NOT_WAITING, NOT_PERMITTED, TAKEN_BY_ANOTHER }

    private final Why why;

    public TaskRefused(Why why, String sentence) {
        super(sentence);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
