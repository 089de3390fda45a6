package org.portcullis.market;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.adapter.rules.BarGuardRules;
import org.portcullis.market.adapter.rules.RegimeRules;
import org.portcullis.market.domain.BarNumbers;
import org.portcullis.market.domain.BarRun;
import org.portcullis.market.domain.Lane;

/**
 * Door of the market room: what one bar means. Guard rules look first; a bar they refuse touches nothing, a believed
 * one moves the instrument's mark and series, and when the series is long enough its features are formed. Every bar
 * has exactly one {@link MarketOutcome}. One thread walks the bars; {@link #mark} may be asked from any.
 */
public final class BarWalk implements MarketView {

    private final BarGuard guard;
    private final Supplier<Policy> policyInForce;
    private final Lanes lanes;
    private final Map<FlagCode, Long> flagged = new EnumMap<>(FlagCode.class);
    private final BarRun run = new BarRun();
    private final @Nullable RegimeJudge judge;
    private final @Nullable InstrumentCatalogue catalogue;
    private final @Nullable CalendarBook calendars;
    private @Nullable Supplier<BarWalk> another;
    private @Nullable Supplier<ReadingPlan> plan;
    private @Nullable Predicate<ReadingsSeen> nobodyAsks;

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
        this.lanes = new Lanes(policyInForce, judge, catalogue, calendars);
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
     * Leaves out what nobody asks for when many bars are walked at once: on most bars strategies have nothing to say.
     *
     * @param nobodyAsks whether what declared indicators say to a bar is enough to know that
     */
    public BarWalk sparing(Predicate<ReadingsSeen> nobodyAsks) {
        this.nobodyAsks = nobodyAsks;
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
        lanes.adopt(walked.lanes);
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
        Lane lane = begin(bar);
        MarketOutcome outcome = walk(bar, receivedAtMs, lane);
        lane.remember(bar, outcome);
        return outcome;
    }

    /**
     * Walks bars of one instrument, each received at its close. What is said of them is what {@link #onBar} would say
     * to one after the other; policy and wishes of packs are asked for once, and {@link #mark} is that of the last one.
     *
     * @param bars     of one instrument, at least one
     * @param count    how many of them
     * @param outcomes what is said to each, in the same place; nothing where it was believed and formed and, as
     *                 {@link #sparing} was told, nobody asks for it
     */
    public void onBars(Bar[] bars, int count, @Nullable MarketOutcome[] outcomes) {
        Lane lane = begin(bars[0]);
        int at = 0;
        while (at < count) {
            at = walk(bars, at, count, lane, outcomes);
        }
        MarketOutcome last = outcomes[count - 1];
        if (last != null) {
            lane.remember(bars[count - 1], last);
        }
    }

    private Lane begin(Bar bar) {
        Lane lane = lanes.of(bar);
        Supplier<ReadingPlan> wanted = plan;
        if (wanted != null) {
            lane.read(wanted.get(), lanes.memoryBars());
        }
        return lane;
    }

    /**
     * What {@link #onBar} said to this very bar, if it was the last of its instrument: for a message that is delivered
     * again, whose bar must not be taken for a repeated one.
     */
    public Optional<MarketOutcome> said(Bar bar) {
        return lanes.known(bar.instrument()).flatMap(lane -> lane.said(bar));
    }

    private MarketOutcome walk(Bar bar, long receivedAtMs, Lane lane) {
        run.clear();
        MarketLimits limits = lanes.limits();
        List<Flag> flags = guard.judge(lane.check(bar, run.look(bar), receivedAtMs, limits), limits);
        if (flags.isEmpty()) {
            return believed(bar, lane, flags, null);
        }
        return flagged(bar, lane, flags);
    }

    /** Walks bars up to the first that is flagged, that one too, or until a run is full; where the next begins. */
    private int walk(Bar[] bars, int from, int count, Lane lane, @Nullable MarketOutcome[] outcomes) {
        run.clear();
        MarketLimits limits = lanes.limits();
        int at = from;
        for (; at < count && !run.full(); at++) {
            Bar bar = bars[at];
            BarNumbers numbers = run.look(bar);
            List<Flag> flags = guard.judge(lane.check(bar, numbers, bar.closeTimeMs(), limits), limits);
            if (!flags.isEmpty()) {
                tell(lane, from, outcomes);
                outcomes[at] = flagged(bar, lane, flags);
                return at + 1;
            }
            run.add(bar, lane);
        }
        tell(lane, from, outcomes);
        return at;
    }

    private void tell(Lane lane, int from, @Nullable MarketOutcome[] outcomes) {
        if (run.size() > 0) {
            lane.tell(run);
            for (int i = 0; i < run.size(); i++) {
                outcomes[from + i] = silent(i) ? null : outcome(i, lane, null);
            }
        }
    }

    private MarketOutcome flagged(Bar bar, Lane lane, List<Flag> flags) {
        flags.forEach(flag -> flagged.merge(flag.code(), 1L, Long::sum));
        if (any(flags, FlagCode.Effect.REFUSE)) {
            if (refusedOnlyAsOutlier(flags)) {
                lane.refuseOutlier(bar, lanes.limits());
            }
            return new MarketOutcome.Flagged(bar.instrument(), bar.openTimeMs(), flags, null);
        }
        SeriesGap gap = any(flags, FlagCode.Effect.RESTART) ? lane.gapBefore(bar) : null;
        return believed(bar, lane, flags, gap);
    }

    @Override
    public Optional<Mark> mark(InstrumentId instrument) {
        return lanes.mark(instrument);
    }

    /** How many bars were flagged since the start, by code; a bar with several flags counts under each. */
    public Map<FlagCode, Long> flagged() {
        return new EnumMap<>(flagged);
    }

    private MarketOutcome believed(Bar bar, Lane lane, List<Flag> flags, @Nullable SeriesGap gap) {
        if (gap != null) {
            lane.restart(gap);
        }
        run.clear();
        run.look(bar);
        run.add(bar, lane);
        lane.tell(run);
        if (!flags.isEmpty() && any(flags, FlagCode.Effect.HOLD_BACK)) {
            return new MarketOutcome.Flagged(bar.instrument(), bar.openTimeMs(), flags, gap);
        }
        return outcome(0, lane, gap);
    }

    private boolean silent(int index) {
        Predicate<ReadingsSeen> asked = nobodyAsks;
        return asked != null && !run.warming(index) && asked.test(run.readings(index));
    }

    /** What is said to a bar of the run that was told. */
    private MarketOutcome outcome(int index, Lane lane, @Nullable SeriesGap gap) {
        Features features = run.features(index);
        if (features == null) {
            Bar bar = run.bar(index);
            return new MarketOutcome.Warming(bar.instrument(), bar.openTimeMs(), lane.bars() + index + 1 - run.size(),
                    lanes.barsNeeded(), gap);
        }
        return new MarketOutcome.Formed(features, run.structure(index), lane.regime(index), run.readings(index));
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
