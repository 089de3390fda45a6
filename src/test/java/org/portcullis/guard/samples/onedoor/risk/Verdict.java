package org.portcullis.guard.samples.onedoor.risk;

/** Stands for the real verdict. */
public sealed interface Verdict {

    /** May leave. */
    record Approved(String why) implements Verdict {
    }
}
