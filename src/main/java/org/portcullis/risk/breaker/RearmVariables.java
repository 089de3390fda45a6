package org.portcullis.risk.breaker;

/** Names shared by {@code BreakerRearmProcess.bpmn} and the code: ids and answers only. */
public final class RearmVariables {

    /** The process; its business key is {@link Trip#rearmKey()}. */
    public static final String PROCESS = "BreakerRearmProcess";
    /** The message that ends it when its trip has ended otherwise. */
    public static final String MSG_ENDED = "Msg_BreakerEnded";
    /** The task of a risk officer. */
    public static final String TASK_REARM = "Task_RearmBreaker";
    /** The one group that may re-arm. */
    public static final String GROUP = "riskofficer";
    /** Which breaker it is; for people. */
    public static final String BREAKER = "breaker";
    /** What it stops, in words; for people. */
    public static final String SCOPE = "scope";
    /** Why it may go on, in words. */
    public static final String REASON = "reason";
    /** Sign-in name of who let it go. */
    public static final String REARMED_BY = "rearmedBy";

    private RearmVariables() {
    }
}
