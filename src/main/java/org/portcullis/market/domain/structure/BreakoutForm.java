package org.portcullis.market.domain.structure;

import org.portcullis.market.Breakout;
import org.portcullis.market.domain.pool.BrokenLevel;

/** The measures of how a bar broke a level (SMC C). */
final class BreakoutForm {

    private static final double MINUTE_ANGLE = 2 * Math.PI / 1_440;

    private BreakoutForm() {
    }

    /** StrictMath, so that every machine computes the same bits. */
    static double sine(int minuteOfDay) {
        return StrictMath.sin(MINUTE_ANGLE * minuteOfDay);
    }

    static Breakout of(BrokenLevel broken, BarShape bar, BarMeasures measures, int minuteOfDay, double minutesToEnd) {
        int direction = broken.direction();
        double atr = measures.atrNow;
        double back = direction * (bar.close() - broken.level());
        double beyond = direction > 0 ? broken.level() - bar.low() : bar.high() - broken.level();
        int trend = Double.isNaN(measures.trend) ? 0 : (int) Math.signum(measures.trend);
        return new Breakout(direction, broken.level(), bar.wickShare(direction), BarShape.inAtr(beyond, atr),
                back > 0 ? 1 : 0, BarShape.inAtr(back, atr), measures.volumeZ, broken.ageBars(), broken.barsBeyond(),
                BarShape.inAtr(bar.close() - measures.meanPrice, atr), bar.takerShare(), broken.touches(),
                -direction * trend, sine(minuteOfDay), StrictMath.cos(MINUTE_ANGLE * minuteOfDay), minutesToEnd);
    }
}
