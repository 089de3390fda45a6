package org.portcullis.market;

/** What a guard rule can find wrong with a bar, and what follows from it. Never renamed. */
public enum FlagCode {
    /** The bar contradicts itself: high below low, a price not positive, a price outside the range, off the minute. */
    BAR_INVALID(Effect.REFUSE),
    /** The bar is not later than the one before it: repeated or out of order. */
    TIME_BACKWARDS(Effect.REFUSE),
    /** The bar closes later than it was received: a wrong clock, or a bar that has not happened. */
    BAR_FROM_FUTURE(Effect.REFUSE),
    /** The price left its series too far without the volume that would confirm it (S2-REQ-O1). */
    OUTLIER(Effect.REFUSE),
    /** The guard rules were stopped at this bar: one threw or took too long, so nobody knows whether to believe it. */
    GUARD_STOPPED(Effect.REFUSE),
    /** The bar came so late that nothing may be traded on it (S2-REQ-ST1). */
    BAR_STALE(Effect.HOLD_BACK),
    /** Next to nothing was traded in the minute. */
    LOW_LIQUIDITY(Effect.HOLD_BACK),
    /** Minutes are missing before this bar: the series starts anew with it. */
    GAP(Effect.RESTART);

    private final Effect effect;

    FlagCode(Effect effect) {
        this.effect = effect;
    }

    public Effect effect() {
        return effect;
    }

    /** What a flag does to its bar. */
    public enum Effect {
        /** The bar is not believed: it enters no series, no mark and no trigger. */
        REFUSE,
        /** The bar is believed and enters its series, but forms no features: nothing is traded on it. */
        HOLD_BACK,
        /** The bar is believed and is the first of a new series. */
        RESTART
    }
}
