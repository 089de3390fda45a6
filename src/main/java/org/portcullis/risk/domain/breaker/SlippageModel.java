package org.portcullis.risk.domain.breaker;

import java.math.RoundingMode;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Side;

/**
 * What a taker pays beyond the price met, by the model that every simulation charges (S4-M4, S2-BT5): half the spread,
 * and a share of the average true range times a factor that grows from one in a calm market to its maximum in a wild
 * one; rounded to a whole tick against the trader. All numbers in 10<sup>-8</sup> of their unit.
 *
 * @param spreadBpsE8 distance between bid and ask, in basis points
 * @param rangePctE8 share of the average true range, in percent
 * @param calmBpsE8 average true range by price up to which the market is calm, in basis points
 * @param wildBpsE8 average true range by price from which on the factor is at its largest, in basis points
 * @param factorMaxE8 the largest factor
 */
public record SlippageModel(long spreadBpsE8, long rangePctE8, long calmBpsE8, long wildBpsE8, long factorMaxE8) {

    private static final long BPS = 10_000 * FixedPoint.ONE;
    private static final long PERCENT = 100 * FixedPoint.ONE;

    public SlippageModel {
        if (wildBpsE8 <= calmBpsE8) {
            throw new IllegalArgumentException("venue.paper.wild-bps must be above venue.paper.calm-bps");
        }
    }

    /**
     * The modelled cost of one unit in 10<sup>-8</sup> of the quote currency; never negative.
     *
     * @param met the price that the order met
     * @param rangeE8 average true range, in 10<sup>-8</sup> of the quote currency
     */
    public long e8(Price met, long rangeE8, Side side, long tickE8) {
        long halfSpread = FixedPoint.multiplyDivide(met.e8(), spreadBpsE8, 2 * BPS, RoundingMode.UP);
        long byRange = FixedPoint.multiplyDivide(rangeE8, rangePctE8, PERCENT, RoundingMode.UP);
        long rawE8 = Math.addExact(halfSpread, FixedPoint.multiply(byRange, factorE8(met, rangeE8), RoundingMode.UP));
        return side == Side.BUY
                ? FixedPoint.floorToStep(Math.addExact(met.e8(), rawE8) + tickE8 - 1, tickE8) - met.e8()
                : met.e8() - Math.max(FixedPoint.floorToStep(Math.max(met.e8() - rawE8, 0), tickE8), tickE8);
    }

    private long factorE8(Price met, long rangeE8) {
        long span = wildBpsE8 - calmBpsE8;
        long rangeBpsE8 = FixedPoint.multiplyDivide(rangeE8, BPS, met.e8(), RoundingMode.HALF_EVEN);
        long above = Math.min(Math.max(rangeBpsE8 - calmBpsE8, 0), span);
        return FixedPoint.ONE + FixedPoint.multiplyDivide(factorMaxE8 - FixedPoint.ONE, above, span,
                RoundingMode.HALF_EVEN);
    }
}
