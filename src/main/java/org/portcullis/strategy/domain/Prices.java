package org.portcullis.strategy.domain;

import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Side;
import org.portcullis.strategy.StrategyPack;
import org.portcullis.strategy.TriggerHit;

/**
 * Stop and target of an entry, in 10<sup>-8</sup> of the quote currency.
 *
 * @param stopE8   where the idea is wrong; 0 when there is none
 * @param targetE8 where it has paid; 0 when there is none
 */
record Prices(long stopE8, long targetE8) {

    /** What exits carry. */
    static final Prices NONE = new Prices(0, 0);

    /** Prices and distances beyond this many units cannot be told in 10<sup>-8</sup>. */
    private static final double UNITS_MAX = 9e10;

    /** The hit's own prices, else the pack's distances from the close. */
    static Prices of(TriggerHit hit, StrategyPack.Answer answer, Moment moment) {
        int sign = hit.side().sign();
        return new Prices(price(hit.stop(), -sign * answer.stopAtr() * moment.atr(), moment.closeE8()),
                price(hit.target(), sign * answer.targetAtr() * moment.atr(), moment.closeE8()));
    }

    /** Whether the stop lies on the losing side of the close and the target on the winning one, both above zero. */
    boolean sound(Side side, long closeE8) {
        boolean rising = stopE8 < closeE8 && closeE8 < targetE8;
        boolean falling = targetE8 < closeE8 && closeE8 < stopE8;
        return stopE8 > 0 && targetE8 > 0 && (side == Side.BUY ? rising : falling);
    }

    private static long price(double own, double distance, long closeE8) {
        if (!Double.isNaN(own)) {
            return own > 0 && own < UNITS_MAX ? e8(own) : 0;
        }
        // a distance below the price leaves the smallest price there is; a sum that does not fit is no price
        return Math.abs(distance) < UNITS_MAX ? Math.max(1, closeE8 + away(distance)) : 0;
    }

    /** Rounded alike on either side of the price. */
    private static long away(double distance) {
        return distance < 0 ? -e8(-distance) : e8(distance);
    }

    private static long e8(double units) {
        return Math.round(units * FixedPoint.ONE);
    }
}
