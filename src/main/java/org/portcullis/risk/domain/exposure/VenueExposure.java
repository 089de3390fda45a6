package org.portcullis.risk.domain.exposure;

import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.risk.domain.EntryOrder;
import org.portcullis.risk.domain.Exposure;

/**
 * What is committed in the order's venue, the order itself not included.
 *
 * @param venue its name
 * @param equity of the account
 * @param committed held and pending, of all strategies
 * @param limit how much of the equity may be committed in it
 */
public record VenueExposure(String venue, Money equity, Money committed, Percent limit) {

    /** Share of equity committed in it once this order and everything pending is filled. */
    public Percent pctWith(EntryOrder order) {
        return Exposure.pctOf(equity, committed, order);
    }
}
