package org.portcullis.strategy;

/** Why a bar or a signal led to no proposal (S2-NT1). Never renamed: reports count by these names. */
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
    LOWER_CONFIDENCE,
    /** An entry was due, but the regime permits none on its side (S2-REQ-U3). */
    REGIME_FORBIDS,
    /** The universe leaves the instrument out. */
    NOT_IN_UNIVERSE,
    /** An entry was due, but its stop and target do not embrace the price: nothing may be risked on it. */
    PRICES_UNSOUND,
    /** A signal named an instrument of which no price is known. */
    NO_PRICE,
    /** An entry was due on a signal that became too old while it waited. */
    SIGNAL_STALE,
    /** An entry was due, but its strategy closes the same direction in the same bar (S2-REQ-STR4). */
    EXIT_FIRST,
    /** A signal turns a position: its entry waits until the other side is closed. */
    TURN_WAITS,
    /** The other side was not closed in time: the entry that waited for it is given up. */
    TURN_EXPIRED,
    /** A strategy was stopped: a rule of it threw, fired without end or took too long. The others were asked. */
    RULES_STOPPED
}
