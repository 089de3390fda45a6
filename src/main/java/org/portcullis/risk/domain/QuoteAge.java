package org.portcullis.risk.domain;

/**
 * How old the best bid and ask are that the order would meet (S2-REQ-ST1, S2-D5).
 *
 * @param expected whether the market brings quotes at all; a replay of bars does not
 * @param ageMs    moment of the judgement minus that of the quote, in milliseconds; 0 when none is expected, the
 *                 largest number when one is expected and none is there
 * @param ageMsMax oldest quote that may be judged on, in milliseconds: for entries the limit of decisions, for exits
 *         the absolute one
 */
public record QuoteAge(boolean expected, long ageMs, long ageMsMax) {
}
