package org.portcullis.order;

/** Names shared by {@code OrderLifecycleProcess.bpmn} and the code: ids and answers only. */
public final class OrderLifecycleVariables {

    /** The process; its business key is the client order id. */
    public static final String PROCESS = "OrderLifecycleProcess";
    /** The message that ends it. */
    public static final String MSG_ORDER_ENDED = "Msg_OrderEnded";
    /** The task of an approver. */
    public static final String TASK_APPROVE = "Task_ApproveOrder";
    /** Flag: does a person have to agree? */
    public static final String PERSON_ASKED = "personAsked";
    /** ISO instant until when a person may agree; empty when nobody is asked. */
    public static final String APPROVAL_DUE = "approvalDue";
    /** ISO duration after which a working order is stale. */
    public static final String STALE_AFTER = "staleAfter";
    /** Flag: the approver's answer. */
    public static final String APPROVED = "approved";
    /** Sign-in name of the approver. */
    public static final String APPROVED_BY = "approvedBy";
    /** The approver's reason for declining. */
    public static final String DECLINE_REASON = "declineReason";
    /** How many steps the workflow has asked for; numbers them. */
    public static final String STEPS_SENT = "stepsSent";
    /** Name of the order's end state. */
    public static final String END_STATE = "endState";

    private OrderLifecycleVariables() {
    }
}
