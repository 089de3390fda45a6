package org.portcullis.operations.alert;

/** Alerts came, went or were acknowledged; published by the keeper's thread, never by who raised one. */
public record AlertsChanged() {
}
