package org.portcullis.portfolio;

/** Names shared by {@code ReconcileCaseProcess.bpmn} and the code: ids and answers only. */
public final class ReconcileVariables {

    /** The process; its business key is the case id. */
    public static final String PROCESS = "ReconcileCaseProcess";
    /** The message that ends it when the difference is gone. */
    public static final String MSG_GONE = "Msg_DifferenceGone";
    /** The task of a risk officer. */
    public static final String TASK_DECIDE = "Task_DecideCase";
    /** The one group that may answer. */
    public static final String GROUP = "riskofficer";
    /** Name of a {@link CaseAnswer}. */
    public static final String ANSWER = "answer";
    /** Why, in words. */
    public static final String REASON = "reason";
    /** Sign-in name of who answered. */
    public static final String ANSWERED_BY = "answeredBy";

    private ReconcileVariables() {
    }
}
