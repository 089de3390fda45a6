package org.portcullis.signal.domain;

import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Side;

/** What a source can say to do. */
public enum Action {
    /** Buy. */
    BUY(Side.BUY),
    /** Sell. */
    SELL(Side.SELL);

    private final Side side;

    Action(Side side) {
        this.side = side;
    }

    /** The side; of nothing, nothing. */
    static @Nullable Side side(@Nullable Action action) {
        return action == null ? null : action.side;
    }
}
