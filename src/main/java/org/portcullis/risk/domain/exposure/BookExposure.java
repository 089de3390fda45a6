package org.portcullis.risk.domain.exposure;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.risk.domain.EntryOrder;
import org.portcullis.risk.domain.Exposure;

/**
 * What the account commits as a whole, the order itself not included (B-R9).
 *
 * @param equity of the account
 * @param gross held and pending, both sides together
 * @param net how far that leans to the side of the order; negative when it leans to the other one
 * @param grossLimit how much of the equity may be committed on both sides together
 * @param netLimit how far the account may lean to one side, in percent of equity
 */
public record BookExposure(Money equity, Money gross, Money net, Percent grossLimit, Percent netLimit) {

    /** Share of equity committed on both sides together once this order and everything pending is filled. */
    public Percent grossPctWith(EntryOrder order) {
        return Exposure.pctOf(equity, gross, order);
    }

    /** Share of equity by which the account then leans to the side of the order; zero when it leans to the other. */
    public Percent netPctWith(EntryOrder order) {
        boolean leansAway = net.isNegative() && net.negated().compareTo(order.notional()) >= 0;
        return leansAway ? new Percent(0) : Exposure.pctOf(equity, net, order);
    }
}
