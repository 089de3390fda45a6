package org.portcullis.risk.domain;

import java.math.BigInteger;
import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;

/**
 * What a quantity costs and may lose at one price, exactly. Amounts that are compared with an upper limit are rounded
 * up
 * once, quantities that follow from an amount are rounded down once; so a quantity sized to an amount never costs more
 * than the amount, to the last unit. What does not fit a {@code long} becomes the largest one, which no limit permits.
 *
 * @param side {@code BUY} opens a long position, {@code SELL} a short one
 * @param limitPrice worst price the order accepts; positive
 * @param countedPrice price at which its worth is counted: the limit of a purchase; a sale may be filled above its
 *     limit, so its worth is counted at the price it was proposed at
 * @param stopPrice where the idea is wrong; zero when everything may be lost
 * @param multiplierE8 worth of one price unit per quantity unit, in 10<sup>-8</sup>
 * @param fee fee on entry and exit, as a share of their worth; never negative
 * @param payable how much of the worth must be there in money: all of it, or the initial margin
 */
public record Worth(Side side, Price limitPrice, Price countedPrice, Price stopPrice, long multiplierE8, Percent fee,
        Percent payable) {

    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger ONE = BigInteger.valueOf(FixedPoint.ONE);
    /** One hundred percent, in 10<sup>-8</sup> of one percent. */
    private static final BigInteger WHOLE_PCT = BigInteger.valueOf(100 * FixedPoint.ONE);
    private static final BigInteger SCALE = ONE.multiply(ONE).multiply(WHOLE_PCT);

    /** What the quantity is worth at the counted price, rounded up. */
    public Money notional(Quantity quantity) {
        if (isPlain()) {
            return new Money(FixedPoint.multiplyDivideCapped(quantity.e8(), countedPrice.e8(), FixedPoint.ONE,
                    RoundingMode.CEILING));
        }
        return new Money(roundedUp(quantity, notionalPerUnit()));
    }

    /** What the quantity is worth at the counted price, rounded down: for a venue's minimum. */
    public Money notionalAtLeast(Quantity quantity) {
        if (isPlain()) {
            return new Money(FixedPoint.multiplyDivideCapped(quantity.e8(), countedPrice.e8(), FixedPoint.ONE,
                    RoundingMode.FLOOR));
        }
        BigInteger exact = BigInteger.valueOf(quantity.e8()).multiply(notionalPerUnit());
        return new Money(exact.divide(scale()).min(LARGEST).longValueExact());
    }

    /** What must be there in money for the quantity, fee included, rounded up. */
    public Money cost(Quantity quantity) {
        return new Money(roundedUp(quantity, costPerUnit()));
    }

    /**
     * What is lost when the quantity is opened at the limit price and closed at the stop, both fees included, rounded
     * up.
     */
    public Money lossAtStop(Quantity quantity) {
        return new Money(roundedUp(quantity, lossPerUnit()));
    }

    /** How far the stop lies on the losing side of one unit's limit price; negative when it lies on the other. */
    public Money stopDistance() {
        return new Money(stopPrice.e8() == 0 ? 0 : side.sign() * (limitPrice.e8() - stopPrice.e8()));
    }

    /** The largest quantity whose notional is not above the amount. */
    public Quantity quantityForNotional(Money amount) {
        if (isPlain() && amount.e8() > 0 && countedPrice.e8() > 0) {
            return new Quantity(FixedPoint.multiplyDivideCapped(amount.e8(), FixedPoint.ONE, countedPrice.e8(),
                    RoundingMode.FLOOR));
        }
        return largest(amount, notionalPerUnit());
    }

    /** The largest quantity whose cost is not above the amount. */
    public Quantity quantityForCost(Money amount) {
        return largest(amount, costPerUnit());
    }

    /** The largest quantity whose loss at the stop is not above the amount. */
    public Quantity quantityForLoss(Money amount) {
        return largest(amount, lossPerUnit());
    }

    /** The smallest quantity, in whole lots, that reaches the venue's minimum quantity and minimum worth. */
    public Quantity smallest(Quantity minimumQuantity, Money minimumNotional, long lotE8) {
        BigInteger needed = ceiling(BigInteger.valueOf(minimumNotional.e8()).multiply(scale()), notionalPerUnit());
        BigInteger quantity = needed.max(BigInteger.valueOf(minimumQuantity.e8())).max(BigInteger.ONE);
        BigInteger lot = BigInteger.valueOf(lotE8);
        return new Quantity(ceiling(quantity, lot).multiply(lot).min(LARGEST).longValueExact());
    }

    /** Whether one price unit of a unit is worth one, as on every spot market: the same numbers then fit 128 bits. */
    private boolean isPlain() {
        return multiplierE8 == FixedPoint.ONE;
    }

    /** All three per-unit amounts carry the same scale: price, multiplier, quantity (8 digits each) and percent. */
    private static BigInteger scale() {
        return SCALE;
    }

    private BigInteger notionalPerUnit() {
        return priceTimesMultiplier(countedPrice.e8()).multiply(WHOLE_PCT);
    }

    private BigInteger costPerUnit() {
        return priceTimesMultiplier(countedPrice.e8()).multiply(BigInteger.valueOf(payable.e8())
                .add(BigInteger.valueOf(fee.e8())));
    }

    private BigInteger lossPerUnit() {
        BigInteger distance = priceTimesMultiplier(side.sign() * (limitPrice.e8() - stopPrice.e8()))
                .multiply(WHOLE_PCT);
        BigInteger fees = priceTimesMultiplier(Math.addExact(limitPrice.e8(), stopPrice.e8()))
                .multiply(BigInteger.valueOf(fee.e8()));
        return distance.add(fees);
    }

    private BigInteger priceTimesMultiplier(long priceE8) {
        return BigInteger.valueOf(priceE8).multiply(BigInteger.valueOf(multiplierE8));
    }

    private static long roundedUp(Quantity quantity, BigInteger perUnit) {
        BigInteger exact = BigInteger.valueOf(quantity.e8()).multiply(perUnit);
        return exact.signum() <= 0 ? 0 : ceiling(exact, scale()).min(LARGEST).longValueExact();
    }

    private static Quantity largest(Money amount, BigInteger perUnit) {
        if (amount.e8() <= 0) {
            return Quantity.ZERO;
        }
        if (perUnit.signum() <= 0) {
            // a stop on the wrong side of the entry bounds nothing; another rule refuses it
            return new Quantity(Long.MAX_VALUE);
        }
        BigInteger exact = BigInteger.valueOf(amount.e8()).multiply(scale()).divide(perUnit);
        return new Quantity(exact.min(LARGEST).longValueExact());
    }

    private static BigInteger ceiling(BigInteger dividend, BigInteger divisor) {
        return dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor);
    }
}
