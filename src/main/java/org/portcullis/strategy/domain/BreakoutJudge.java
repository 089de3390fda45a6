package org.portcullis.strategy.domain;

import org.portcullis.market.Breakout;
import org.portcullis.strategy.BreakoutScore;
import org.portcullis.strategy.FalseBreakoutParameters;
import org.portcullis.strategy.TriggerHit;

/**
 * The arithmetic of false-breakout: points as in {@code S = 25 [wick >= 0.5] + 20 [close back] + 15 [z >= 1.5]
 * + 15 [0.05 <= penetration <= 0.8] + 10 [touches >= 2] + 10 [age >= 20] + 5 [time beyond <= 2]}, with every number a
 * parameter (S4-04).
 */
public final class BreakoutJudge {

    private static final double FULL_SCORE = 100;

    private BreakoutJudge() {
    }

    /** The points of a breakout. */
    public static BreakoutScore score(Breakout b, FalseBreakoutParameters p) {
        double wick = points(b.wickRatio() >= p.wickRatioMin(), p.wickWeight());
        double closeBack = points(b.closedBack() == 1, p.closeBackWeight());
        double volume = points(b.volumeZ() >= p.volumeZMin(), p.volumeWeight());
        double penetration = points(b.penetrationAtr() >= p.penetrationAtrMin()
                && b.penetrationAtr() <= p.penetrationAtrMax(), p.penetrationWeight());
        double touches = points(b.touches() >= p.touchesMin(), p.touchesWeight());
        double age = points(b.ageBars() >= p.ageBarsMin(), p.ageWeight());
        double beyond = points(b.barsBeyond() <= p.barsBeyondMax(), p.barsBeyondWeight());
        return new BreakoutScore(b.direction(), wick, closeBack, volume, penetration, touches, age, beyond,
                wick + closeBack + volume + penetration + touches + age + beyond);
    }

    /** How sure a score is: its hundredth, at most 1. */
    public static double confidence(BreakoutScore score) {
        return Math.max(0, Math.min(1, score.total() / FULL_SCORE));
    }

    /**
     * The entry with its prices: the stop lies behind the farthest price of the break, the target a multiple of that
     * distance on the other side of the close.
     *
     * @param close close of the bar, in quote currency
     * @param atr   average true range, in quote currency
     */
    public static TriggerHit priced(TriggerHit entry, Breakout b, double close, double atr, FalseBreakoutParameters p) {
        int sign = entry.side().sign();
        double farthest = b.level() - sign * b.penetrationAtr() * atr;
        double behind = sign * (close - farthest) + p.stopBeyondAtr() * atr;
        double distance = Math.max(behind, p.stopAtrMin() * atr);
        return entry.withPrices(close - sign * distance, close + sign * p.targetMultiple() * distance);
    }

    private static double points(boolean earned, double weight) {
        return earned ? weight : 0;
    }
}
