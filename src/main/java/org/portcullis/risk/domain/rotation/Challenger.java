package org.portcullis.risk.domain.rotation;

import org.portcullis.kernel.Money;
import org.portcullis.risk.Confidence;

/**
 * An entry that may take the place of the weakest position, with what that asks of both (S1-18, S1-22, S1-23).
 *
 * @param confidence of the proposal
 * @param confidenceOver what its confidence must exceed
 * @param profitOver what the weakest position must have gained, all fees deducted, before it is closed for another
 */
public record Challenger(Confidence confidence, Confidence confidenceOver, Money profitOver) {
}
