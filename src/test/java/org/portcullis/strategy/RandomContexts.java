package org.portcullis.strategy;

import static org.portcullis.strategy.Contexts.MNQ;
import static org.portcullis.strategy.Contexts.OPEN_MS;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Breakout;
import org.portcullis.market.Features;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;
import org.portcullis.market.Regime;
import org.portcullis.market.RegimeView;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.market.SessionTag;
import org.portcullis.market.Structure;
import org.portcullis.market.VolatilityTag;

/** Closed bars as wild as their types permit: prices of any size, unknown measures, levels on the wrong side. */
public final class RandomContexts {

    private static final PoolState[] STATES = {PoolState.SWEPT, PoolState.RECLAIMED, PoolState.ARMED, PoolState.TRADE};

    private final Random random;
    private long bars;

    /** The same seed gives the same bars. */
    public RandomContexts(long seed) {
        this.random = new Random(seed);
    }

    /** The next bar. */
    public MarketOutcome.Formed next() {
        long openMs = OPEN_MS + 60_000 * bars++;
        long closeE8 = Math.max(1, Math.round(Math.pow(10, random.nextDouble() * 18)));
        double close = (double) closeE8 / FixedPoint.ONE;
        double atr = random.nextInt(10) == 0 ? odd() : close * random.nextDouble() * 0.5;
        Features features = new Features(MNQ, openMs, openMs + 60_000, closeE8, close, close, close, known(1),
                known(1), Math.abs(known(100)), Math.abs(known(100)), atr, Math.abs(known(1)), known(6), known(2),
                close, close, known(2), known(4), 300);
        return new MarketOutcome.Formed(features, structure(openMs, close, atr), regime());
    }

    private Structure structure(long openMs, double close, double atr) {
        List<PoolStep> steps = new ArrayList<>();
        for (int i = random.nextInt(4); i > 1; i--) {
            steps.add(step("p" + i, openMs, close, atr));
        }
        ScalpFeatures scalp = random.nextInt(3) > 0 ? null : new ScalpFeatures(random.nextBoolean() ? 1 : -1,
                between(0, 2), between(0, 1), between(0, 1), spread(3), spread(1), between(0, 9), between(0, 9),
                spread(2), between(0, 1), between(0, 1), spread(6), spread(1));
        Breakout breakout = random.nextInt(3) > 0 ? null : new Breakout(random.nextBoolean() ? 1 : -1,
                close + spread(2) * atr, between(0, 1), between(0, 1), random.nextInt(2), spread(1), spread(4),
                random.nextInt(60), random.nextInt(5), spread(3), spread(1), random.nextInt(5), 1, 0, 1, Double.NaN);
        return new Structure(MNQ, openMs, sign(), close, close, sign(), sign(), close, sign(), sign(), close, close,
                sign(), close, between(0, 2), close, close, sign(), close, close, close, close, between(0, 1),
                spread(2), between(0, 1), steps, breakout, scalp);
    }

    private PoolStep step(String id, long openMs, double close, double atr) {
        int direction = random.nextBoolean() ? 1 : -1;
        int at = random.nextInt(STATES.length - 1);
        double stop = random.nextInt(5) == 0 ? close + spread(3) * atr : close - direction * between(0, 2) * atr;
        double target = random.nextInt(5) == 0 ? odd() : close + direction * between(0, 5) * atr;
        return new PoolStep(id, MNQ, openMs, STATES[random.nextInt(2) == 0 ? at : 1], STATES[at + 1], "RANDOM",
                direction, "SWING_LOW", close, close, between(0, 2), close, stop, target, between(0, 1), spread(2),
                random.nextInt(5), random.nextInt(99), between(0, 5));
    }

    private RegimeView regime() {
        Regime regime = Regime.values()[random.nextInt(Regime.values().length)];
        double factor = regime == Regime.CRASH ? 0 : random.nextInt(4) * 0.5;
        return new RegimeView(regime, random.nextInt(50), factor, 1.5 - factor, VolatilityTag.NORMAL,
                SessionTag.values()[random.nextInt(SessionTag.values().length)], spread(1), between(0, 60),
                between(0, 1), between(0, 1), spread(3), between(0, 5));
    }

    /** A measure, at times unknown. */
    private double between(double from, double to) {
        return random.nextInt(40) == 0 ? Double.NaN : from + (to - from) * random.nextDouble();
    }

    /** Indicators are formed when they are known, and not before. */
    private double known(double width) {
        return width * (2 * random.nextDouble() - 1);
    }

    private double spread(double width) {
        return between(-width, width);
    }

    private double odd() {
        double[] odd = {0, Double.NaN, -1, 1e12, Double.MAX_VALUE, Double.POSITIVE_INFINITY, 1e-9};
        return odd[random.nextInt(odd.length)];
    }

    private int sign() {
        return random.nextInt(3) - 1;
    }
}
