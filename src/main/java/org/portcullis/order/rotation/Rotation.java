package org.portcullis.order.rotation;

import org.jspecify.annotations.Nullable;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.RotationDue;
import org.portcullis.risk.WeakestPosition;
import org.portcullis.strategy.Proposal;

/**
 * One rotation as it is kept. Times are event times in UTC milliseconds.
 *
 * @param decisionId the verdict that it follows from
 * @param weakest what is closed
 * @param entry what is opened then, under the id of its own leg
 * @param why what went wrong, once something has
 * @param expiresAtMs until when the entry may be judged
 * @param endedAtMs when it reached its end
 */
public record Rotation(String rotationId, AccountId account, String decisionId, WeakestPosition weakest, Proposal entry,
        RotationState state, @Nullable String why, long startedAtMs, long expiresAtMs, @Nullable Long endedAtMs) {

    /** How proposals of both legs begin, so that others are never looked for. */
    public static final String LEG = "rotation-";

    /** A rotation that begins. */
    static Rotation begin(RotationDue due, long validMs) {
        String id = ContentHash.first16("rotation", due.account().value(), due.entry().proposalId());
        return new Rotation(id, due.account(), due.decisionId(), due.weakest(), due.entry().renamed(LEG + "open-" + id),
                RotationState.CLOSING, null, due.atMs(), due.atMs() + validMs, null);
    }

    /** The proposal that closes the weakest position. */
    public String exitProposalId() {
        return LEG + "close-" + rotationId;
    }

    /** The proposal that opens the other position. */
    public String entryProposalId() {
        return entry.proposalId();
    }

    /** The same in another state. */
    Rotation in(RotationState next, @Nullable String reason, long atMs) {
        return new Rotation(rotationId, account, decisionId, weakest, entry, next, reason, startedAtMs, expiresAtMs,
                next.ended() ? (Long) atMs : null);
    }
}
