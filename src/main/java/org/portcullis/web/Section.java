package org.portcullis.web;

/** Parts of the live page that are fetched again when what they show has changed. */
public enum Section {
    GLANCE, ALERTS, BREAKERS, POSITIONS, APPROVALS, DECISIONS, MARKERS;

    /** The name in events and element ids. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
