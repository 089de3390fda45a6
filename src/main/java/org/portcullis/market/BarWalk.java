package org.portcullis.market;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.adapter.rules.BarGuardRules;
import org.portcullis.market.adapter.rules.RegimeRules;
import org.portcullis.market.domain.BarAnalysis;
import org.portcullis.market.domain.Lane;
import org.portcullis.market.domain.Marks;

/**
 * Door of the market room: what one bar means. Guard rules look first; a bar they refuse touches nothing, a believed
 * one moves the instrument's mark and series, and when the series is long enough its features are formed. Every bar
 * has exactly one {@link MarketOutcome}. One thread walks the bars; {@link #mark} may be asked from any.
 */
public final class BarWalk implements MarketView {

    private final BarGuard guard;
    private final Supplier<Policy> policyInForce;
    private final Map<InstrumentId, Lane> lanes = new HashMap<>();
    /** The lane of the last bar: history mostly comes in runs of one instrument. */
    private @Nullable Lane lastLane;
    private @Nullable InstrumentId lastInstrument;
    private final Marks marks = new Marks();
    private final Map<FlagCode, Long> flagged = new EnumMap<>(FlagCode.class);
    private final @Nullable RegimeJudge judge;
    private final @Nullable InstrumentCatalogue catalogue;
    private final @Nullable CalendarBook calendars;
    private @Nullable Supplier<BarWalk> another;
    private Policy policy;
    private MarketLimits limits;
    private FeaturePeriods periods;
    private AnalysisSettings analysis;
    private int memoryBars;
    private @Nullable Supplier<ReadingPlan> plan;

    /**
     * A walk that tells prices and features only: structure and regime stay unknown.
     *
     * @param guard         the guard rules
     * @param policyInForce asked before each bar, so that a changed limit counts from the next bar on
     */
    public BarWalk(BarGuard guard, Supplier<Policy> policyInForce) {
        this(guard, policyInForce, null, null, null);
    }

    /**
     * A walk that tells structure and regime too.
     *
     * @param judge     says which regimes' tests hold; nothing when both are to stay unknown
     * @param catalogue how instruments trade
     * @param calendars when they trade: minutes outside sessions are not missing
     */
    public BarWalk(BarGuard guard, Supplier<Policy> policyInForce, @Nullable RegimeJudge judge,
            @Nullable InstrumentCatalogue catalogue, @Nullable CalendarBook calendars) {
        this.guard = guard;
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

    /**
     * Computes what packs ask for as well, from the next bar on (B-S2, B-S4).
     *
     * @param wanted asked before each bar; an indicator that is new in it is warmed from the bars in memory
     */
    public BarWalk reading(Supplier<ReadingPlan> wanted) {
        this.plan = wanted;
        return this;
    }

    /**
     * A walk for prices and features under the guard rules of {@code rules/market}.
     *
     * @param rulesInForce  gives the rule base {@code market} in force, asked before each bar
     * @param policyInForce gives the policy in force, asked before each bar
     */
    public static BarWalk under(Supplier<RuleBook> rulesInForce, Supplier<Policy> policyInForce) {
        return new BarWalk(new BarGuardRules(rulesInForce), policyInForce);
    }

    /** A walk for prices, features and regime under the rules of {@code rules/market}: structure is left out. */
    public static BarWalk judging(Supplier<RuleBook> rulesInForce, Supplier<Policy> policyInForce,
            InstrumentCatalogue catalogue, CalendarBook calendars) {
        return analysing(rulesInForce, policyInForce, catalogue, calendars).reading(() -> ReadingPlan.NONE);
    }

    /** The whole walk: guards, features, structure and regime under the rules of {@code rules/market}. */
    public static BarWalk analysing(Supplier<RuleBook> rulesInForce, Supplier<Policy> policyInForce,
            InstrumentCatalogue catalogue, CalendarBook calendars) {
        BarWalk walk = new BarWalk(new BarGuardRules(rulesInForce), policyInForce, new RegimeRules(rulesInForce),
                catalogue, calendars);
        walk.another = () -> analysing(rulesInForce, policyInForce, catalogue, calendars);
        return walk;
    }

    /**
     * A walk under the same rules that has seen nothing, for history that another thread walks; it computes what packs
     * ask for at this moment. A guard and a judge that were given by hand are then asked by both threads.
     */
    public BarWalk beside() {
        Supplier<BarWalk> made = another;
        BarWalk walk = made != null ? made.get() : new BarWalk(guard, policyInForce, judge, catalogue, calendars);
        Supplier<ReadingPlan> wanted = plan;
        if (wanted != null) {
            ReadingPlan now = wanted.get();
            walk.reading(() -> now);
        }
        return walk;
    }

    /**
     * Takes over what another walk has seen: series, last prices and counts of flags. That one must not be used any
     * more. An instrument whose own series is as new keeps it: it may have seen what the other could not.
     */
    public void adopt(BarWalk walked) {
        lastLane = null;
        walked.lanes.forEach((instrument, lane) -> {
            Lane own = lanes.get(instrument);
            if (own == null || own.lastMs() < lane.lastMs()) {
                lanes.put(instrument, lane);
                lane.keepMarks(marks.of(instrument));
                walked.marks.mark(instrument).ifPresent(marks::put);
            }
        });
        walked.flagged.forEach((code, count) -> flagged.merge(code, count, Long::sum));
    }

    /** Bars after which a walk no longer tells where it began, under that policy. */
    public static int barsToForget(Policy policy) {
        return Math.max(FeaturePeriods.from(policy).barsToForget(), AnalysisSettings.from(policy).barsToForget());
    }

    /**
     * Walks one bar.
     *
     * @param receivedAtMs when the bar was received, UTC milliseconds; in a replay its close time
     */
    public MarketOutcome onBar(Bar bar, long receivedAtMs) {
        takePolicy();
        Lane known = lastLane;
        Lane lane = known != null && bar.instrument() == lastInstrument ? known : turnTo(bar);
        lane.use(periods, analysis);
        Supplier<ReadingPlan> wanted = plan;
        if (wanted != null) {
            lane.read(wanted.get(), memoryBars);
        }
        MarketOutcome outcome = walk(bar, receivedAtMs, lane);
        lane.remember(bar, outcome);
        return outcome;
    }

    /**
     * What {@link #onBar} said to this very bar, if it was the last of its instrument: for a message that is delivered
     * again, whose bar must not be taken for a repeated one.
     */
    public Optional<MarketOutcome> said(Bar bar) {
        Lane lane = lanes.get(bar.instrument());
        return lane == null ? Optional.empty() : lane.said(bar);
    }

    private MarketOutcome walk(Bar bar, long receivedAtMs, Lane lane) {
        List<Flag> flags = guard.judge(lane.check(bar, receivedAtMs, limits), limits);
        if (flags.isEmpty()) {
            return believed(bar, lane, flags, null);
        }
        return flagged(bar, lane, flags);
    }

    private MarketOutcome flagged(Bar bar, Lane lane, List<Flag> flags) {
        flags.forEach(flag -> flagged.merge(flag.code(), 1L, Long::sum));
        if (any(flags, FlagCode.Effect.REFUSE)) {
            if (refusedOnlyAsOutlier(flags)) {
                lane.refuseOutlier(bar, limits);
            }
            return new MarketOutcome.Flagged(bar.instrument(), bar.openTimeMs(), flags, null);
        }
        SeriesGap gap = any(flags, FlagCode.Effect.RESTART) ? lane.gapBefore(bar) : null;
        return believed(bar, lane, flags, gap);
    }

    @Override
    public Optional<Mark> mark(InstrumentId instrument) {
        return marks.mark(instrument);
    }

    /** How many bars were flagged since the start, by code; a bar with several flags counts under each. */
    public Map<FlagCode, Long> flagged() {
        return new EnumMap<>(flagged);
    }

    private MarketOutcome believed(Bar bar, Lane lane, List<Flag> flags, @Nullable SeriesGap gap) {
        if (gap != null) {
            lane.restart(gap);
        }
        Features features = lane.take(bar);
        RegimeView regime = lane.regime(bar);
        Structure structure = lane.structure(bar, regime);
        ReadingsSeen readings = lane.readings(bar, structure);
        lane.mark(bar);
        if (!flags.isEmpty() && any(flags, FlagCode.Effect.HOLD_BACK)) {
            return new MarketOutcome.Flagged(bar.instrument(), bar.openTimeMs(), flags, gap);
        }
        if (features == null) {
            return new MarketOutcome.Warming(bar.instrument(), bar.openTimeMs(), lane.bars(), periods.barsNeeded(),
                    gap);
        }
        return new MarketOutcome.Formed(features, structure, regime, readings);
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
        return new Lane(periods, new BarAnalysis(first.instrument(), tickE8, days, judge, analysis), calendar,
                mark);
    }

    private void takePolicy() {
        Policy now = policyInForce.get();
        if (now != policy) {
            take(now);
        }
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

    /** A bar that is also broken or late in order cannot vouch for a new price level. */
    private static boolean refusedOnlyAsOutlier(List<Flag> flags) {
        return flags.stream().map(Flag::code).filter(code -> code.effect() == FlagCode.Effect.REFUSE)
                .allMatch(code -> code == FlagCode.OUTLIER);
    }

    private static boolean any(List<Flag> flags, FlagCode.Effect effect) {
        for (Flag flag : flags) {
            if (flag.code().effect() == effect) {
                return true;
            }
        }
        return false;
    }
}
