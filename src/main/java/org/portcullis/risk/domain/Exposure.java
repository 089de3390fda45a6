package org.portcullis.risk.domain;

import java.math.BigInteger;
import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;

/**
 * What the account has committed, the order in question not included (S2-REQ-E2).
 *
 * <p><b>The one definition of "percent of equity":</b> equity is cash plus everything held at its last believed price
 * (at cost while there is none), less what short positions owe at that price; on margin only what is gained or lost
 * counts. Committed is what is held, long and short together, at the same prices, plus every pending entry at its own
 * price limit; pending exits free nothing before they are filled. A share is rounded up in its eighth decimal, so
 * rounding never lets an order pass.
 *
 * @param equity of the account; a limit of an account without equity permits nothing
 * @param total everything held and pending
 * @param asset held and pending in the order's asset, of all strategies
 * @param position held and pending in the order's instrument, of its strategy
 * @param positionsOpen positions held or pending, each instrument of a strategy counted once and dust not at all
 * @param opensPosition whether the order adds one
 */
public record Exposure(Money equity, Money total, Money asset, Money position, int positionsOpen,
        boolean opensPosition) {

    /** Share of equity committed once this order and everything pending is filled. */
    public Percent totalPctWith(EntryOrder order) {
        return pctOfEquity(sum(total, order.notional()));
    }

    /** Share of equity committed in the asset once this order and everything pending is filled. */
    public Percent assetPctWith(EntryOrder order) {
        return pctOfEquity(sum(asset, order.notional()));
    }

    /** Share of equity committed in the position once this order and everything pending is filled. */
    public Percent positionPctWith(EntryOrder order) {
        return pctOfEquity(sum(position, order.notional()));
    }

    /** Share of equity lost when the order is filled at its limit and leaves at its stop. */
    public Percent lossPct(EntryOrder order) {
        return pctOfEquity(order.lossAtStop());
    }

    /** Positions once this order and everything pending is filled. */
    public int positionsWithOrder() {
        return positionsOpen + (opensPosition ? 1 : 0);
    }

    /** Share of that equity committed once this order comes to what is committed, rounded up in its eighth decimal. */
    public static Percent pctOf(Money equity, Money committed, EntryOrder order) {
        return pctOf(equity, sum(committed, order.notional()));
    }

    private Percent pctOfEquity(Money amount) {
        return pctOf(equity, amount);
    }

    private static Percent pctOf(Money equity, Money amount) {
        if (amount.e8() == 0) {
            return new Percent(0);
        }
        if (equity.e8() <= 0) {
            return new Percent(Long.MAX_VALUE);
        }
        if (amount.e8() > 0) {
            return new Percent(FixedPoint.multiplyDivideCapped(amount.e8(), 100 * FixedPoint.ONE, equity.e8(),
                    RoundingMode.CEILING));
        }
        BigInteger divisor = BigInteger.valueOf(equity.e8());
        BigInteger scaled = BigInteger.valueOf(amount.e8()).multiply(BigInteger.valueOf(100 * FixedPoint.ONE));
        BigInteger share = scaled.add(divisor).subtract(BigInteger.ONE).divide(divisor);
        return new Percent(share.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact());
    }

    private static Money sum(Money committed, Money order) {
        long sum = committed.e8() + order.e8();
        return new Money(sum < 0 ? Long.MAX_VALUE : sum);
    }
}
