package org.portcullis.risk.domain;

import org.portcullis.kernel.Money;

/**
 * When a person is asked before an entry leaves.
 *
 * @param asks whether the policy asks at all
 * @param notionalMax largest worth that leaves without being asked for; zero asks for every entry
 */
public record Gating(boolean asks, Money notionalMax) {
}
