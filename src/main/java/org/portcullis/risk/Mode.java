package org.portcullis.risk;

/** How far an approved order goes (S2-REQ-M1). */
public enum Mode {
    /** Decisions only; nothing is submitted anywhere. */
    DRY_RUN,
    /** Orders go to the paper venue. */
    PAPER,
    /** Orders go to a real venue. */
    LIVE;

    /** Why an order ended that everything but the mode would have let go. */
    public static final String NOT_SENT = "not sent: DRY_RUN";
}
