package org.portcullis.operations.alert;

/** What came of the wish to acknowledge an alert. */
public sealed interface Acknowledging {

    /** It is acknowledged, and over when it is one of those that end so. */
    record Acknowledged(Alert alert) implements Acknowledging {
    }

    /** Somebody else was faster. */
    record AlreadyBy(String person) implements Acknowledging {
    }

    /** There is no open alert of that id. */
    record NotOpen() implements Acknowledging {
    }
}
