package org.portcullis.risk.domain.orders;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;

/**
 * How far the price limit of an entry lies from what was believed lately (B-R6, B-R10). Shares are rounded up in their
 * eighth decimal, so rounding never lets an order pass.
 *
 * @param fromLast distance from the last believed price, in percent of it
 * @param outsideWindow distance from the nearer end of the range of the window, in percent of that end; zero inside
 * @param max largest distance from the last price
 * @param ask distance from the last price above which a person is asked (B-R15)
 * @param windowMax largest distance from the range
 */
public record PriceCollar(Percent fromLast, Percent outsideWindow, Percent max, Percent ask, Percent windowMax) {

    /**
     * The limits of the gate, in percent.
     *
     * @param max largest distance from the last price
     * @param ask distance above which a person is asked
     * @param windowMax largest distance from the range of the window
     */
    public record Limits(Percent max, Percent ask, Percent windowMax) {
    }

    /** The collar of an entry at that price limit; all prices are positive and {@code lowest} is not above. */
    public static PriceCollar of(Price limit, Price last, Price lowest, Price highest, Limits limits) {
        Percent outside = limit.e8() > highest.e8() ? distance(limit, highest)
                : limit.e8() < lowest.e8() ? distance(limit, lowest) : new Percent(0);
        return new PriceCollar(distance(limit, last), outside, limits.max(), limits.ask(), limits.windowMax());
    }

    private static Percent distance(Price price, Price from) {
        return new Percent(FixedPoint.multiplyDivideCapped(Math.abs(price.e8() - from.e8()), 100 * FixedPoint.ONE,
                from.e8(), RoundingMode.CEILING));
    }
}
