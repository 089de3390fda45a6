package org.portcullis.risk.domain;

import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;

/**
 * An order that closes a position of the strategy that proposes it.
 *
 * @param side direction
 * @param closable what is held, without what pending sales already close, in whole lots
 */
public record ExitOrder(Side side, Quantity closable) {

    /** Whether it is a sale. */
    public boolean sells() {
        return side == Side.SELL;
    }
}
