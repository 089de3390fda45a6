package org.portcullis.risk.domain.breaker;

/**
 * How long nothing has been believed of a symbol, or of any symbol of a venue, while its market is open (S2-CB2).
 *
 * @param ageMs time since the close of the newest bar that was believed, or since the market opened, in milliseconds
 * @param ageMsMax as long a silence trips, in milliseconds
 */
public record BarAge(long ageMs, long ageMsMax) {
}
