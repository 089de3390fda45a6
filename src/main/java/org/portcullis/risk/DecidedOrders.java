package org.portcullis.risk;

import java.util.List;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.strategy.Intent;

/**
 * What the desk has let pass lately: every order that it approved or asked a person about, also those of the same batch
 * that have not reached a venue yet. Kept with the decisions, so that a restart forgets none.
 */
public interface DecidedOrders {

    /** Orders of the account decided at or after that moment of event time, oldest first. */
    List<Decided> since(AccountId account, long fromMs);

    /**
     * How many entries of that shape were decided at or after that moment of event time.
     *
     * @param butOf a proposal whose order does not count
     */
    default int entries(AccountId account, Shape shape, long fromMs, String butOf) {
        return (int) since(account, fromMs).stream().filter(order -> order.intent() == Intent.ENTER
                && order.strategy().equals(shape.strategy()) && order.instrument().equals(shape.instrument())
                && order.side() == shape.side() && !order.proposalId().equals(butOf)).count();
    }

    /**
     * How many orders were decided at or after that moment of event time, each counted once.
     *
     * @param butOf a proposal whose order does not count
     */
    default int count(AccountId account, long fromMs, String butOf) {
        return (int) since(account, fromMs).stream().map(Decided::proposalId).filter(id -> !id.equals(butOf))
                .distinct().count();
    }

    /** What makes two entries the same order in the eyes of who watches for runaways: not their size, nor price. */
    record Shape(String strategy, InstrumentId instrument, Side side) {
    }

    /**
     * One order that the desk let pass.
     *
     * @param proposalId what it came from
     * @param barOpenTimeMs opening time of the bar that brought it, UTC milliseconds
     * @param decidedAtMs event time of the decision, UTC milliseconds
     * @param limitPrice its price limit; zero for an order at the market
     */
    record Decided(String proposalId, String strategy, Intent intent, InstrumentId instrument, Side side,
            Quantity quantity, Price limitPrice, long barOpenTimeMs, long decidedAtMs) {
    }
}
