package org.portcullis.risk.breaker;

/**
 * How often something went wrong inside its window (S2-CB2).
 *
 * @param breaker which breaker counts it
 * @param count how often, the last one included
 * @param countMax how often trips
 */
public record IncidentCount(Breaker breaker, int count, int countMax) {
}
