package org.portcullis.risk.domain.rotation;

import org.portcullis.risk.Confidence;

/**
 * How sure the signal behind an entry is, and how sure it must be (S1-26).
 *
 * @param confidence of the proposal
 * @param confidenceMin the least that is traded
 */
public record SignalConfidence(Confidence confidence, Confidence confidenceMin) {
}
