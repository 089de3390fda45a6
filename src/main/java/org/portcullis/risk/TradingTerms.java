package org.portcullis.risk;

import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Invariant;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Quantity;

/**
 * What the desk must know about an instrument to size an order in it.
 *
 * @param asset what is held after a purchase, {@code BTC}; instruments with the same asset share one asset limit
 * @param currency currency of its prices and of the account, {@code USDT}
 * @param tickE8 smallest price step, in 10<sup>-8</sup> of the currency; positive
 * @param lotE8 smallest quantity step, in 10<sup>-8</sup> units; positive
 * @param minimumQuantity smallest order the venue takes
 * @param minimumNotional smallest worth of an order the venue takes; zero when there is none
 * @param multiplierE8 worth of one price unit per quantity unit, in 10<sup>-8</sup>; one for spot
 * @param makerFee fee on fills that waited in the book; negative for a rebate
 * @param takerFee fee on fills that took from the book; never negative
 * @param venue name of the venue whose rules these are; empty when it does not matter
 * @param onMargin whether cash changes by fees, funding and realised profit only: perpetuals and futures
 * @param initialMargin initial margin in percent of an order's worth; counts only on margin
 */
public record TradingTerms(InstrumentId instrument, String asset, String currency, long tickE8, long lotE8,
        Quantity minimumQuantity, Money minimumNotional, long multiplierE8, Percent makerFee, Percent takerFee,
        String venue, boolean onMargin, Percent initialMargin) {

    public TradingTerms {
        Invariant.hold(tickE8 > 0 && lotE8 > 0 && multiplierE8 > 0,
                () -> instrument + " needs a positive tick, lot and multiplier");
        Invariant.hold(!minimumNotional.isNegative() && takerFee.e8() >= 0 && initialMargin.e8() >= 0,
                () -> instrument + " has a negative minimum, taker fee or margin");
    }

    /** Terms of what is paid in full. */
    public TradingTerms(InstrumentId instrument, String asset, String currency, long tickE8, long lotE8,
            Quantity minimumQuantity, Money minimumNotional, long multiplierE8, Percent makerFee, Percent takerFee) {
        this(instrument, asset, currency, tickE8, lotE8, minimumQuantity, minimumNotional, multiplierE8, makerFee,
                takerFee, "", false, new Percent(0));
    }

    /** Whether a position of that quantity is dust: less than the venue takes an order for. */
    public boolean dust(Quantity held) {
        return !held.isZero() && held.compareTo(minimumQuantity) < 0;
    }

    /** How much of an order's worth must be there in money: all of it, or its initial margin. */
    public Percent payable() {
        return onMargin ? initialMargin : new Percent(100 * FixedPoint.ONE);
    }

    /** The larger of both fees: nobody knows beforehand on which side of the book an order is filled. */
    public Percent worstFee() {
        return makerFee.compareTo(takerFee) > 0 ? makerFee : takerFee;
    }
}
