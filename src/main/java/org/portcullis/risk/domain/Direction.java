package org.portcullis.risk.domain;

import org.portcullis.kernel.Side;
import org.portcullis.risk.AccountState.Held;
import org.portcullis.risk.PendingView.Pending;
import org.portcullis.risk.Subject;

/**
 * Which sides of an instrument a strategy may take, and which it has taken (S2-REQ-R1).
 *
 * @param shortPermitted whether the policy permits this strategy to sell short at the instrument's venue
 * @param takenLong whether it holds a long position or its pending entries buy
 * @param takenShort whether it holds a short position or its pending entries sell
 * @param heldShort whether it holds a short position
 */
public record Direction(boolean shortPermitted, boolean takenLong, boolean takenShort, boolean heldShort) {

    /** What the strategy of the order has taken in its instrument. */
    public static Direction of(Subject subject, boolean shortPermitted) {
        boolean heldShort = held(subject, Side.SELL);
        return new Direction(shortPermitted, held(subject, Side.BUY) || opening(subject, Side.BUY),
                heldShort || opening(subject, Side.SELL), heldShort);
    }

    /** Whether the order's side may be opened at all. */
    public boolean permits(EntryOrder order) {
        return order.buys() || shortPermitted;
    }

    /** Whether the strategy holds or opens the other side, so that the entry would close instead of open. */
    public boolean opposes(EntryOrder order) {
        return order.buys() ? takenShort : takenLong;
    }

    /** Whether the exit is on the side that closes: a purchase where a short position is held, otherwise a sale. */
    public boolean closes(ExitOrder order) {
        return order.sells() != heldShort;
    }

    private static boolean held(Subject subject, Side side) {
        for (Held held : subject.state().held()) {
            if (held.side() == side && held.instrument().equals(subject.proposal().instrument())
                    && held.strategy().equals(subject.proposal().strategy())) {
                return true;
            }
        }
        return false;
    }

    private static boolean opening(Subject subject, Side side) {
        for (Pending order : subject.pending()) {
            if (order.opens() && order.side() == side && order.instrument().equals(subject.proposal().instrument())
                    && order.strategy().equals(subject.proposal().strategy())) {
                return true;
            }
        }
        return false;
    }
}
