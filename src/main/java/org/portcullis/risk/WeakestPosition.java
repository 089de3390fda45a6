package org.portcullis.risk;

import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Side;

/**
 * The position that was entered with the lowest confidence (S1-21); of equal ones the one entered first.
 *
 * @param side on which it was entered
 * @param confidence with which it was entered
 * @param profit what closing it now at the last believed price would leave, entry fees and the worst exit fee deducted;
 *         without a price it is worth what it cost
 */
public record WeakestPosition(InstrumentId instrument, String strategy, Side side, Confidence confidence,
        Money profit) {
}
