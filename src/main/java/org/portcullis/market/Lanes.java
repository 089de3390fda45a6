package org.portcullis.market;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.domain.BarAnalysis;
import org.portcullis.market.domain.Lane;
import org.portcullis.market.domain.Marks;
import org.portcullis.market.domain.pool.PoolOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is remembered of each instrument, and the settings in force; the policy is asked for whenever a lane is. Used by
 * one thread, {@link #mark} by any.
 */
final class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final Supplier<Policy> policyInForce;
    private final @Nullable RegimeJudge judge;
    private final @Nullable InstrumentCatalogue catalogue;
    private final @Nullable CalendarBook calendars;
    private final Map<InstrumentId, Lane> lanes = new HashMap<>();
    /** The lane of the last bar: history mostly comes in runs of one instrument. */
    private @Nullable Lane lastLane;
    private @Nullable InstrumentId lastInstrument;
    private final Marks marks = new Marks();
    private Policy policy;
    private MarketLimits limits;
    private FeaturePeriods periods;
    private AnalysisSettings analysis;
    private int memoryBars;

    /** @param judge says which regimes' tests hold; nothing when structure and regime are to stay unknown */
    Lanes(Supplier<Policy> policyInForce, @Nullable RegimeJudge judge, @Nullable InstrumentCatalogue catalogue,
            @Nullable CalendarBook calendars) {
        this.policyInForce = policyInForce;
        this.judge = judge;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.policy = policyInForce.get();
        this.limits = MarketLimits.from(policy);
        this.periods = FeaturePeriods.from(policy);
        this.analysis = AnalysisSettings.from(policy);
        this.memoryBars = memoryBars(policy);
    }

    /** The lane of a bar's instrument, under the settings in force; a new one for its first bar. */
    Lane of(Bar bar) {
        Policy now = policyInForce.get();
        if (now != policy) {
            take(now);
        }
        Lane known = lastLane;
        Lane lane = known != null && bar.instrument() == lastInstrument ? known : turnTo(bar);
        lane.use(periods, analysis);
        return lane;
    }

    /** The lane of an instrument; nothing before its first bar. */
    Optional<Lane> known(InstrumentId instrument) {
        return Optional.ofNullable(lanes.get(instrument));
    }

    /** Takes over the lanes of others, but where the own one is as new. */
    void adopt(Lanes others) {
        lastLane = null;
        others.lanes.forEach((instrument, lane) -> {
            Lane own = lanes.get(instrument);
            if (own == null || own.lastMs() < lane.lastMs()) {
                lanes.put(instrument, lane);
                lane.keepMarks(marks.of(instrument));
                others.marks.mark(instrument).ifPresent(marks::put);
            }
        });
    }

    /** The last believed price of an instrument. */
    Optional<Mark> mark(InstrumentId instrument) {
        return marks.mark(instrument);
    }

    /** What guard rules compare with. */
    MarketLimits limits() {
        return limits;
    }

    /** Bars that a series needs before features are formed. */
    int barsNeeded() {
        return periods.barsNeeded();
    }

    /** Bars from which a new indicator is warmed. */
    int memoryBars() {
        return memoryBars;
    }

    private Lane turnTo(Bar bar) {
        Lane lane = lanes.get(bar.instrument());
        if (lane == null) {
            lane = laneOf(bar);
            lanes.put(bar.instrument(), lane);
        }
        lastLane = lane;
        lastInstrument = bar.instrument();
        return lane;
    }

    private Lane laneOf(Bar first) {
        Instrument instrument = catalogue == null ? null : catalogue.find(first.instrument()).orElse(null);
        TradingCalendar calendar = instrument == null || calendars == null ? null : calendars.of(instrument);
        AtomicReference<@Nullable Mark> mark = marks.of(first.instrument());
        if (judge == null) {
            return new Lane(periods, null, calendar, mark);
        }
        StructureCalendar days = calendar == null ? StructureCalendar.UTC
                : StructureCalendar.of(calendar, first.openTimeMs());
        long tickE8 = instrument == null ? 1 : instrument.tickE8();
        return new Lane(periods, new BarAnalysis(first.instrument(), tickE8, days, judge, analysis,
                Lanes::log), calendar, mark);
    }

    /** S0-10: whoever asked for it, a change that a pool's map does not have is a fault of ours. */
    private static void log(PoolOutcome.Refused refused) {
        LOG.warn("pool {} stays {}: {} refused, {}", refused.poolId(), refused.from(), refused.to(), refused.detail());
    }

    private void take(Policy now) {
        MarketLimits nextLimits = MarketLimits.from(now);
        AnalysisSettings nextAnalysis = AnalysisSettings.from(now);
        periods = FeaturePeriods.from(now);
        analysis = nextAnalysis;
        memoryBars = memoryBars(now);
        limits = nextLimits;
        policy = now;
    }

    private static int memoryBars(Policy policy) {
        return policy.integer("market.indicator-memory-bars");
    }
}
