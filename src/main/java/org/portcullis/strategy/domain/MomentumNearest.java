package org.portcullis.strategy.domain;

import org.portcullis.market.Features;
import org.portcullis.strategy.MomentumParameters;

/**
 * How near the nearest entry trigger of momentum-core came on a bar on which none fired: for people, decides nothing.
 */
public final class MomentumNearest {

    private static final String[] NAMES = {"price move", "volume spike", "breakout", "mean reversion"};
    private static final String[] MEASURES = {"return %", "volume z", "range distance in ATR", "price z"};

    private MomentumNearest() {
    }

    /** One phrase with both numbers. */
    public static String text(Features features, MomentumParameters parameters) {
        double[] actual = {features.returnPct(), features.volumeZ(), features.breakoutAtr(), features.zScore()};
        double[] limit = {parameters.movePctMin(), parameters.volumeZMin(), parameters.breakoutAtrMin(),
                parameters.reversionZMax()};
        int nearest = 0;
        for (int i = 1; i < actual.length; i++) {
            if (closeness(actual[i], limit[i]) > closeness(actual[nearest], limit[nearest])) {
                nearest = i;
            }
        }
        boolean reached = closeness(actual[nearest], limit[nearest]) >= 1;
        return NAMES[nearest] + ": " + MEASURES[nearest] + " " + hundredths(actual[nearest])
                + (reached ? " reaches " : " against ") + hundredths(limit[nearest])
                + (reached ? ", another condition was not met" : "");
    }

    private static double closeness(double actual, double limit) {
        return limit == 0 ? (actual >= 0 ? 1 : 0) : actual / limit;
    }

    private static double hundredths(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
