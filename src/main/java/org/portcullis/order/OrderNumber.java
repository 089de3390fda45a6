package org.portcullis.order;

import org.portcullis.engine.ids.ContentHash;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.Quantity;
import org.portcullis.strategy.Proposal;

/**
 * Makes client order ids (S2-REQ-X1): SHA-256 over symbol, side, size and the minute, and the proposal they came from,
 * so that a retry has the same id and two proposals of one minute do not collide.
 */
final class OrderNumber {

    private static final long MINUTE_MS = 60_000;
    private static final int DIGITS = 32;

    private OrderNumber() {
    }

    /** 32 hexadecimal digits; equal inputs give equal ids. */
    static ClientOrderId of(Proposal proposal, Quantity size) {
        long minute = Math.floorDiv(proposal.decidedAtMs(), MINUTE_MS);
        return new ClientOrderId(ContentHash.hex(proposal.instrument().value(), proposal.side().name(),
                size.toString(), Long.toString(minute), proposal.proposalId()).substring(0, DIGITS));
    }
}
