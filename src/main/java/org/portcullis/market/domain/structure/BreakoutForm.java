package org.portcullis.market.domain.structure;

import org.portcullis.market.Breakout;
import org.portcullis.market.domain.pool.BrokenLevel;

/** The measures of how a bar broke a level (SMC C). */
final class BreakoutForm {

    private static final int DAY_MINUTES = 1_440;
    /** StrictMath, so that every machine computes the same bits. */
    private static final double[] SINES = new double[DAY_MINUTES];
    private static final double[] COSINES = new double[DAY_MINUTES];

    static {
        for (int minute = 0; minute < DAY_MINUTES; minute++) {
            SINES[minute] = StrictMath.sin(2 * Math.PI * minute / DAY_MINUTES);
            COSINES[minute] = StrictMath.cos(2 * Math.PI * minute / DAY_MINUTES);
        }
    }

    private BreakoutForm() {
    }

    /** The minute of the day as an angle: its sine. */
    static double sine(int minuteOfDay) {
        return SINES[minuteOfDay];
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
                -direction * trend, sine(minuteOfDay), COSINES[minuteOfDay], minutesToEnd);
    }
}
