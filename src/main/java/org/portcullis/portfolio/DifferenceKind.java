package org.portcullis.portfolio;

/** In what our books can differ from the venue's (S0-08). Never renamed; new ones are appended. */
public enum DifferenceKind {
    /** The venue tells a fill of an order that is not ours, or one that our order cannot have. */
    UNKNOWN_FILL("The venue tells a fill that our books cannot place."),
    /** Our ledger has a fill that the venue does not tell. */
    PHANTOM_FILL("Our ledger has a fill that the venue does not know."),
    /** The quantity of an instrument differs, and no single fill explains it. */
    POSITION_DRIFT("We and the venue hold different quantities."),
    /** Cash differs, and no single fill explains it. */
    CASH_DRIFT("Our cash and the venue's differ."),
    /** The venue works an order that is not ours or that has ended here. */
    ORPHAN_ORDER("The venue works an order that our books do not have open."),
    /** We take an order for working that the venue does not know. */
    LOST_ORDER("We take an order for working that the venue does not know.");

    private final String sentence;

    DifferenceKind(String sentence) {
        this.sentence = sentence;
    }

    /** The difference in one sentence. */
    public String sentence() {
        return sentence;
    }

    /** Whether one fill explains it. */
    public boolean ofFill() {
        return this == UNKNOWN_FILL || this == PHANTOM_FILL;
    }
}
