package org.portcullis.market.domain.regime;

import org.portcullis.market.Regime;
import org.portcullis.market.RegimeJudge;
import org.portcullis.market.RegimeMeasures;
import org.portcullis.market.RegimeSettings;
import org.portcullis.market.RegimeView;
import org.portcullis.market.SessionTag;
import org.portcullis.market.VolatilityTag;

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
        RegimeMeasures seen = measures.push(high, low, close, halted);
        SessionTag session = halted ? SessionTag.CLOSED : clock.tag(openTimeMs);
        if (seen == null) {
            return unknown(session);
        }
        state.step(seen, judge);
        Regime regime = state.regime();
        return new RegimeView(regime, state.barsIn(), settings.longFactor(regime), settings.shortFactor(regime),
                volatility(seen.volatilityRank()), session, seen.trendAtrPct(), seen.adx(), seen.efficiency(),
                seen.volatilityRank(), seen.shockZ(), seen.drawdownAtr());
    }

    private RegimeView unknown(SessionTag session) {
        state.pass();
        Regime regime = state.regime();
        double none = Double.NaN;
        return new RegimeView(regime, state.barsIn(), settings.longFactor(regime), settings.shortFactor(regime),
                VolatilityTag.UNKNOWN, session, none, none, none, none, none, none);
    }

    private VolatilityTag volatility(double rank) {
        if (rank < settings.lowRankMax()) {
            return VolatilityTag.LOW;
        }
        return rank > settings.highRankMin() ? VolatilityTag.HIGH : VolatilityTag.NORMAL;
    }
}
