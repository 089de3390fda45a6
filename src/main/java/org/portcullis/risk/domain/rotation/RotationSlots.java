package org.portcullis.risk.domain.rotation;

import org.portcullis.risk.domain.Exposure;

/**
 * Which positions are about to change hands (S1-24).
 *
 * @param candidateKnown whether there is a position whose entry confidence is known
 * @param closing positions that are being closed, by a rotation or otherwise
 * @param closingMax how many may be while a rotation begins
 * @param reserved positions closed by a rotation whose new entry has not been ordered yet
 */
public record RotationSlots(boolean candidateKnown, int closing, int closingMax, int reserved) {

    /** Positions once the order and everything pending is filled and every rotation has opened its position. */
    public int positionsWith(Exposure exposure) {
        return exposure.positionsWithOrder() + reserved;
    }
}
