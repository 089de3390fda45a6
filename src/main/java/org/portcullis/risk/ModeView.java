package org.portcullis.risk;

/** The question of desk and gateway to the operator's setting: how far do approved orders go? */
@FunctionalInterface
public interface ModeView {

    /** The mode in force now. */
    Mode mode();

    /** Whether a real venue may only be read (S2-G1); true unless somebody who knows says otherwise. */
    default boolean readOnly() {
        return true;
    }

    /**
     * Why no order may be placed at a venue now, for people; empty when it may (S2-G1, S2-REQ-M1). It is asked again
     * by the gateway, so that neither a forgotten check nor an order from before a restart in another mode leaves.
     *
     * @param realVenue whether money is at stake there
     */
    default String refusal(boolean realVenue) {
        if (mode() == Mode.DRY_RUN) {
            return ReasonCode.MODE_NOT_TRADING + ": " + Mode.NOT_SENT;
        }
        if (realVenue && (mode() != Mode.LIVE || readOnly())) {
            return "READ_ONLY: a real venue is only read in mode " + mode();
        }
        return !realVenue && mode() == Mode.LIVE ? "MODE_VENUE: LIVE sends nothing to a paper venue" : "";
    }
}
