package org.portcullis.operations.alert;

/** How urgent an alert is. Never renamed: it is kept with each alert. */
public enum Severity {
    /** Good to know. */
    INFO,
    /** Somebody should look soon; trading goes on, perhaps with less. */
    WARNING,
    /** Somebody has to look now: trading has stopped, or money may be at risk. */
    CRITICAL
}
