package org.portcullis.portfolio;

/** What a person, or the policy, decides about a difference. */
public enum CaseAnswer {
    /**
     * The venue is right: our books take its state. An unknown fill is booked, a phantom one reversed, a drift is
     * booked as found or lost, a lost order ends; an orphan order is left to work.
     */
    ADOPT,
    /** The orphan order is cancelled at the venue; for no other kind. */
    WRITE_OFF,
    /** It is known and stays as it is; the reason says why. The same difference does not come up again. */
    IGNORE;

    /** Whether a difference of that kind can be answered so. */
    public boolean fits(DifferenceKind kind) {
        return this != WRITE_OFF || kind == DifferenceKind.ORPHAN_ORDER;
    }
}
