package org.portcullis.market.domain.regime;

import org.jspecify.annotations.Nullable;
import org.portcullis.market.Regime;
import org.portcullis.market.RegimeJudge;
import org.portcullis.market.RegimeMeasures;
import org.portcullis.market.RegimeSettings;
import org.portcullis.market.RegimeView;
import org.portcullis.market.SessionTag;
import org.portcullis.market.VolatilityTag;
import org.portcullis.market.domain.BarNumbers;
import org.portcullis.market.domain.BarRun;

/**
 * S2-REQ-U3, S4-M12: what kind of market one instrument is in, bar by bar over one unbroken run. What is said at a bar
 * depends on it and on bars before it; until {@code RegimePeriods.barsNeeded()} bars it is unknown. Used by one thread.
 */
public final class RegimeWalk {

    private final RegimeJudge judge;
    private RegimeSettings settings;
    private MeasureWalk measures;
    private RegimeState state;
    private SessionClock clock;
    private boolean halted;
    private final double[] highs = new double[BarRun.MOST];
    private final double[] lows = new double[BarRun.MOST];
    private final double[] closes = new double[BarRun.MOST];
    private final @Nullable RegimeMeasures[] measured = new RegimeMeasures[BarRun.MOST];
    private final SessionTag[] sessions = new SessionTag[BarRun.MOST];
    private final Regime[] regimes = new Regime[BarRun.MOST];
    private final long[] barsIn = new long[BarRun.MOST];

    /**
     * @param judge says which regimes' tests hold, asked once for every bar after the warm-up
     */
    public RegimeWalk(RegimeSettings settings, RegimeJudge judge) {
        this.judge = judge;
        this.settings = settings;
        this.measures = new MeasureWalk(settings.periods());
        this.state = new RegimeState(settings);
        this.clock = new SessionClock(settings.hours());
    }

    /** Goes on under other settings from the next bar; other periods begin the run anew. */
    public void use(RegimeSettings wanted) {
        if (wanted == settings || wanted.equals(settings)) {
            return;
        }
        if (!wanted.periods().equals(settings.periods())) {
            measures = new MeasureWalk(wanted.periods());
            state = new RegimeState(wanted);
        }
        settings = wanted;
        state.use(wanted);
        clock = new SessionClock(wanted.hours());
    }

    /** Whether the venue halts the instrument from the next bar on: a crash until it trades again and is quiet. */
    public void halted(boolean now) {
        halted = now;
    }

    /**
     * Takes the next bar, prices above zero.
     *
     * @param openTimeMs open time of the bar, UTC milliseconds
     * @return the regime at its close
     */
    public RegimeView push(double high, double low, double close, long openTimeMs) {
        take(high, low, close, openTimeMs);
        return view(0);
    }

    private void take(double high, double low, double close, long openTimeMs) {
        measured[0] = measures.push(high, low, close, halted);
        step(0, openTimeMs);
    }

    /** Takes the next bars, prices above zero, one after the other. */
    public void push(BarRun run) {
        int count = run.size();
        if (count == 1) {
            BarNumbers numbers = run.numbers(0);
            take(numbers.high(), numbers.low(), numbers.close(), run.bar(0).openTimeMs());
            return;
        }
        for (int i = 0; i < count; i++) {
            BarNumbers numbers = run.numbers(i);
            highs[i] = numbers.high();
            lows[i] = numbers.low();
            closes[i] = numbers.close();
        }
        measures.push(highs, lows, closes, count, halted, measured);
        for (int i = 0; i < count; i++) {
            step(i, run.bar(i).openTimeMs());
        }
    }

    private void step(int index, long openTimeMs) {
        RegimeMeasures seen = measured[index];
        if (seen == null) {
            state.pass();
        } else {
            state.step(seen, judge);
        }
        sessions[index] = halted ? SessionTag.CLOSED : clock.tag(openTimeMs);
        regimes[index] = state.regime();
        barsIn[index] = state.barsIn();
    }

    /** The regime at the close of one of the bars taken last, made now. */
    public RegimeView view(int index) {
        RegimeMeasures seen = measured[index];
        Regime regime = regimes[index];
        double none = Double.NaN;
        return seen == null
                ? new RegimeView(regime, barsIn[index], settings.longFactor(regime), settings.shortFactor(regime),
                        VolatilityTag.UNKNOWN, sessions[index], none, none, none, none, none, none)
                : new RegimeView(regime, barsIn[index], settings.longFactor(regime), settings.shortFactor(regime),
                        volatility(seen.volatilityRank()), sessions[index], seen.trendAtrPct(), seen.adx(),
                        seen.efficiency(), seen.volatilityRank(), seen.shockZ(), seen.drawdownAtr());
    }

    /** Rank of the volatility at the close of one of the bars taken last; NaN while it is not known. */
    public double volatilityRank(int index) {
        RegimeMeasures seen = measured[index];
        return seen == null ? Double.NaN : seen.volatilityRank();
    }

    private VolatilityTag volatility(double rank) {
        if (rank < settings.lowRankMax()) {
            return VolatilityTag.LOW;
        }
        return rank > settings.highRankMin() ? VolatilityTag.HIGH : VolatilityTag.NORMAL;
    }
}
