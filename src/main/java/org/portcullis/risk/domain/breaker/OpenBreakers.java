package org.portcullis.risk.domain.breaker;

/**
 * How many tripped breakers stop the order that is judged.
 *
 * @param blocking those whose rung permits no entry
 * @param blockingMax how many may; none
 */
public record OpenBreakers(int blocking, int blockingMax) {
}
