package org.portcullis.order.rotation;

/** Names shared by {@code PositionExitProcess.bpmn} and the code: ids and answers only. */
public final class RotationVariables {

    /** The process; its business key is the rotation's id. */
    public static final String PROCESS = "PositionExitProcess";
    /** The message that ends the first leg. */
    public static final String MSG_EXIT_ENDED = "Msg_ExitEnded";
    /** The message that ends the second leg. */
    public static final String MSG_ENTRY_ENDED = "Msg_EntryEnded";
    /** Code of the error that ends a second leg whose entry came too late to be judged. */
    public static final String ERROR_TOO_LATE = "ENTRY_TOO_LATE";
    /** Flag: is the position closed? */
    public static final String CLOSED = "closed";
    /** Flag: is the other position open? */
    public static final String OPENED = "opened";
    /** ISO instant until when the entry may be judged. */
    public static final String EXPIRES_AT = "expiresAt";
    /** ISO duration after which a leg is asked for again. */
    public static final String ASK_AGAIN_AFTER = "askAgainAfter";
    /** How often a leg was asked for; numbers the messages. */
    public static final String ASKED = "asked";

    private RotationVariables() {
    }
}
