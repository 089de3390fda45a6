package org.portcullis.risk;

import java.util.List;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;

/** The question of the desk to the orders: which rotations have begun and not ended? (S1-24) */
public interface RotationView {

    /** Rotations of the account that have not ended. */
    List<OpenRotation> open(AccountId account);

    /**
     * One of them.
     *
     * @param instrument of the position that is closed
     * @param strategy of the position that is closed
     * @param entryProposalId the proposal that opens the other position
     * @param slotFree whether the position is closed, so that its place waits for the other one
     */
    record OpenRotation(InstrumentId instrument, String strategy, String entryProposalId, boolean slotFree) {
    }
}
