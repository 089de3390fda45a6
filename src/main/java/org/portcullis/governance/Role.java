package org.portcullis.governance;

/** What a user may do; each role alone is the least that its work needs. */
public enum Role {
    /** Sees every page. */
    VIEWER,
    /** Sees every page and may throw the kill switch. */
    TRADER,
    /** Answers orders that wait for a person; nobody else does. */
    APPROVER,
    /** Guards the limits; may throw and re-arm the kill switch. */
    RISK_OFFICER,
    /** Looks after users and workflows; cannot approve trades. */
    ADMIN
}
