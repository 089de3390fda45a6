package org.portcullis.strategy;

/**
 * A proposal on its way to the desk, on {@code strategy.proposed.v1}.
 *
 * @param receivedMicros when the bar behind it was received, wall clock, microseconds since 1970: latencies start here
 */
public record StrategyProposed(Proposal proposal, long receivedMicros) {
}
