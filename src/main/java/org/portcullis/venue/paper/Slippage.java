package org.portcullis.venue.paper;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;

/**
 * What a taker pays beyond the next open (S2-BT5): half the spread, and a share of the average true range times a
 * factor that grows from 1.0 in a calm market to its maximum, 1.5 by default, in a wild one.
 */
final class Slippage {

    private static final long BPS = 10_000 * FixedPoint.ONE;
    private static final long PERCENT = 100 * FixedPoint.ONE;

    private Slippage() {
    }

    /** The slippage per unit in 10<sup>-8</sup> of the quote currency, rounded up; never negative. */
    static long e8(PaperTerms terms, long openE8, long atrE8) {
        long halfSpread = FixedPoint.multiplyDivide(openE8, terms.spreadBpsE8(), 2 * BPS, RoundingMode.UP);
        long byRange = FixedPoint.multiplyDivide(atrE8, terms.atrPctE8(), PERCENT, RoundingMode.UP);
        return Math.addExact(halfSpread, FixedPoint.multiply(byRange, factorE8(terms, openE8, atrE8), RoundingMode.UP));
    }

    /** The volatility factor, between one and its maximum. */
    static long factorE8(PaperTerms terms, long openE8, long atrE8) {
        long atrBpsE8 = FixedPoint.multiplyDivide(atrE8, BPS, openE8, RoundingMode.HALF_EVEN);
        long above = Math.min(Math.max(atrBpsE8 - terms.calmBpsE8(), 0), terms.wildBpsE8() - terms.calmBpsE8());
        return FixedPoint.ONE + FixedPoint.multiplyDivide(terms.volatilityFactorMaxE8() - FixedPoint.ONE, above,
                terms.wildBpsE8() - terms.calmBpsE8(), RoundingMode.HALF_EVEN);
    }
}
