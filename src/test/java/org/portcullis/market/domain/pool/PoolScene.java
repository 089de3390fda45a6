package org.portcullis.market.domain.pool;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.DisplacementSettings;
import org.portcullis.market.PoolSettings;
import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;

/** A book with round numbers: a tick of 0.01, an average true range of 1, one pool at 100 to be bought from. */
final class PoolScene {

    static final InstrumentId MNQ = new InstrumentId("MNQ");
    static final double TICK = 0.01;
    static final DisplacementSettings BODY_ONLY =
            new DisplacementSettings(0.5, false, 1.2, 2, false, 0.25, false, 1.2);

    final PoolBook book;
    final List<PoolStep> steps = new ArrayList<>();
    final List<PoolOutcome.Refused> refusals = new ArrayList<>();
    private long minute;
    private int broke;
    private int gap;
    private double gapMiddle = Double.NaN;

    PoolScene(PoolSettings settings) {
        book = new PoolBook(MNQ, TICK, settings, refusals::add);
    }

    /** Settings of SMC B2, small enough to reach every limit. */
    static PoolSettings settings(boolean armedStage, boolean confirmation) {
        return settings(armedStage, confirmation, 4, 30);
    }

    static PoolSettings settings(boolean armedStage, boolean confirmation, int poolsMax, int ageBarsMax) {
        return new PoolSettings(poolsMax, ageBarsMax, 0.10, 3, 0.02, 3, 1.5, 0.25, 2, 5, armedStage, confirmation, 10,
                0.10, 4, 1.5, 2, 20, BODY_ONLY);
    }

    /** A book whose pool at 100 was defined by a bar that closed at 101. */
    static PoolScene simple() {
        return new PoolScene(settings(false, false)).bar(101, 101.2, 100.8, 101).define(PoolSource.SWING_LOW, 100);
    }

    /** The same with the armed stage and its confirmation. */
    static PoolScene armed() {
        return new PoolScene(settings(true, true)).bar(101, 101.2, 100.8, 101).define(PoolSource.SWING_LOW, 100);
    }

    PoolScene bar(double open, double high, double low, double close) {
        book.onBar(new PoolBar(minute++ * 60_000, open, high, low, close, 1, 0, 1, broke, gap, gapMiddle), steps);
        broke = 0;
        gap = 0;
        gapMiddle = Double.NaN;
        return this;
    }

    /** What the next bar breaks. */
    PoolScene breaking(int direction) {
        broke = direction;
        return this;
    }

    /** The gap that the next bar completes. */
    PoolScene leaving(int direction, double middle) {
        gap = direction;
        gapMiddle = middle;
        return this;
    }

    /** A bar well above the level that is no displacement. */
    PoolScene quiet() {
        return bar(100.6, 100.9, 100.4, 100.55);
    }

    PoolScene define(PoolSource source, double level) {
        book.define(source, level);
        return this;
    }

    /** Went to 99.5 and closed at 100.3 with a body of no more than half the range. */
    PoolScene sweepAndReclaim() {
        return bar(100.3, 100.4, 99.5, 100.31);
    }

    PoolState state() {
        return steps.get(steps.size() - 1).to();
    }

    String cause() {
        return steps.get(steps.size() - 1).cause();
    }

    PoolStep last() {
        return steps.get(steps.size() - 1);
    }
}
