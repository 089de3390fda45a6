package org.portcullis.risk.domain.breaker;

/**
 * What the venue lets one do with the instrument (S2-REQ-EX1).
 *
 * @param status in the venue's words; {@code OFFLINE} when it is not known
 * @param trades whether every kind of order is taken
 */
public record ProductStatus(String status, boolean trades) {
}
