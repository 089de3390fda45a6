package org.portcullis.risk;

/** A verdict was kept, with everything it was given on; published inside the transaction that keeps it. */
public record VerdictKept(Verdict verdict) {
}
