package org.portcullis.order.rotation;

/** Where a rotation stands. */
public enum RotationState {
    /** The weakest position is being closed. */
    CLOSING,
    /** It is closed, and the entry is judged or works. */
    OPENING,
    /** The other position is open. */
    ROTATED,
    /** The weakest position could not be closed; the entry was given up. */
    NOT_CLOSED,
    /** The weakest position is closed and stays closed, but the entry came to nothing; the place is free. */
    NOT_OPENED,
    /** The time of the entry was over before the position was closed. */
    EXPIRED;

    /** Whether nothing more happens. */
    public boolean ended() {
        return this != CLOSING && this != OPENING;
    }
}
