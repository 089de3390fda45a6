package org.portcullis.risk.domain;

/**
 * How old the price is that the order would be judged on.
 *
 * @param present whether there is one
 * @param ageMs event time of the judgement minus that of the price, in milliseconds; zero when there is none
 */
public record MarkAge(boolean present, long ageMs) {
}
