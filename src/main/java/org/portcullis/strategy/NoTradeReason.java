package org.portcullis.strategy;

/** Why a bar led to no proposal (S2-NT1). Never renamed: reports count by these names. */
public enum NoTradeReason {
    /** A guard stopped the bar. */
    BAR_FLAGGED,
    /** The bar is the first after a hole: its series starts anew. */
    GAP,
    /** The series is still too short for features. */
    WARMING_UP,
    /** Strategies looked at the bar and none of their rules fired. */
    NO_TRIGGER,
    /** No strategy is enabled. */
    STRATEGY_DISABLED,
    /** Another proposal for the same instrument and bar has more confidence (S2-REQ-STR4). */
    LOWER_CONFIDENCE
}
