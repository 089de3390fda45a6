package org.portcullis.market.domain;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;
import org.portcullis.market.Structure;
import org.portcullis.market.TradingCalendar;
import org.portcullis.market.RegimeView;
import org.portcullis.market.ReadingPlan;
import org.portcullis.market.ReadingsSeen;
import org.portcullis.market.AnalysisSettings;
import org.portcullis.market.BarCheck;
import org.portcullis.market.FeaturePeriods;
import org.portcullis.market.MarketLimits;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.Mark;
import org.portcullis.market.SeriesGap;
import org.portcullis.market.domain.reading.ReadingWalk;

/**
 * What is remembered of one instrument between its bars: the last believed bar, its series, and the outliers that were
 * refused since. Used by one thread.
 */
public final class Lane {

    private final @Nullable BarAnalysis analysis;
    private final @Nullable TradingCalendar calendar;
    private FeaturePeriods periods;
    private Series series;
    private @Nullable ReadingWalk readings;
    /** What {@link #read} was asked last. */
    private @Nullable ReadingPlan planned;
    private int memory;
    private @Nullable Bar last;
    private double outlierClose = Double.NaN;
    private int outliers;
    private @Nullable Bar walked;
    private @Nullable MarketOutcome outcome;
    private AtomicReference<@Nullable Mark> marks;

    /**
     * @param analysis tells structure and regime; nothing where only prices are wanted
     * @param calendar when the instrument trades: minutes outside its sessions are not missed; nothing for always
     * @param marks    where its last price is told
     */
    public Lane(FeaturePeriods periods, @Nullable BarAnalysis analysis, @Nullable TradingCalendar calendar,
            AtomicReference<@Nullable Mark> marks) {
        this.marks = marks;
        this.analysis = analysis;
        this.calendar = calendar;
        this.periods = periods;
        this.series = new Series(periods);
    }

    /** Begins the series anew when other look-backs are asked for. */
    public void use(FeaturePeriods wanted, AnalysisSettings settings) {
        BarAnalysis told = analysis;
        if (wanted != periods || told != null && !told.uses(settings)) {
            change(wanted, settings);
        }
    }

    private void change(FeaturePeriods wanted, AnalysisSettings settings) {
        BarAnalysis told = analysis;
        if (told != null && !told.uses(settings)) {
            told.use(settings, last == null ? 0 : last.closeTimeMs());
        }
        if (wanted != periods) {
            series = wanted.equals(periods) ? series : new Series(wanted);
            periods = wanted;
        }
    }

    /** Computes what packs ask for as well; more of it is warmed from the bars in memory. */
    public void read(ReadingPlan plan, int memoryBars) {
        if (plan != planned || memoryBars != memory) {
            plan(plan, memoryBars);
        }
    }

    private void plan(ReadingPlan plan, int memoryBars) {
        ReadingWalk known = readings;
        if (known == null) {
            known = new ReadingWalk(memoryBars);
            readings = known;
        }
        known.use(plan, memoryBars);
        if (analysis != null) {
            analysis.look(plan.structure(), known);
        }
        planned = plan;
        memory = memoryBars;
    }

    /** What the guard rules need to know about the bar, before it changes anything here. */
    public BarCheck check(Bar bar, BarNumbers of, long receivedAtMs, MarketLimits limits) {
        double lowest = Math.min(Math.min(of.open(), of.close()), Math.min(of.high(), of.low()));
        long missing = missingMinutes(bar);
        return new BarCheck(bar.instrument(), of.open(), of.high(), of.low(), of.close(), lowest, of.volume(),
                last == null ? Long.MAX_VALUE : bar.openTimeMs() - last.openTimeMs(),
                Math.floorMod(bar.openTimeMs(), Bar.INTERVAL_MS), receivedAtMs - bar.closeTimeMs(),
                bar.closeTimeMs() - receivedAtMs, missing, deviationPct(of, missing, limits),
                series.volumeRatio(of.volume()), agreeingOutliers(of.close(), limits));
    }

    /** The hole between the last believed bar and this one. */
    public SeriesGap gapBefore(Bar bar) {
        Bar before = last == null ? bar : last;
        return new SeriesGap(bar.instrument(), before.closeTimeMs(), bar.openTimeMs(), missingMinutes(bar));
    }

    /** Begins the series anew, with the bar after the hole taken as its first. */
    public void restart(SeriesGap gap) {
        series = new Series(periods);
        if (readings != null) {
            readings.restart();
        }
        if (analysis != null) {
            analysis.hole(gap.missingMinutes(), gap.toMs());
        }
    }

    /** Takes a believed bar; what its features are made from. */
    void take(Bar bar, BarNumbers of, FeatureNumbers into) {
        last = bar;
        outliers = 0;
        series.push(of, into);
    }

    /**
     * Tells what regime, price structure and the indicators that packs ask for say to bars that were taken; structure
     * and regime are unknown where only prices are wanted. The close of the last one becomes the last price.
     */
    public void tell(BarRun run) {
        BarAnalysis told = analysis;
        ReadingWalk known = readings;
        if (told != null) {
            told.regimes(run);
        }
        for (int i = 0; i < run.size(); i++) {
            Bar bar = run.bar(i);
            Structure structure = told != null ? told.structure(bar, i)
                    : Structure.unknown(bar.instrument(), bar.openTimeMs());
            run.told(i, structure, known == null ? ReadingsSeen.NONE : known.take(bar, run.numbers(i), structure));
        }
        mark(run.bar(run.size() - 1));
    }

    /** What kind of market a bar of the run that was told last closes in, made now. */
    public RegimeView regime(int index) {
        BarAnalysis told = analysis;
        return told != null ? told.regime(index) : RegimeView.unknown(1, 1);
    }

    /** Tells the last price elsewhere from now on. */
    public void keepMarks(AtomicReference<@Nullable Mark> place) {
        marks = place;
    }

    private void mark(Bar bar) {
        marks.setRelease(new Mark(bar.instrument(), bar.closeE8(), atrE8(), bar.volumeE8(), bar.closeTimeMs()));
    }

    /** Remembers a bar that was refused as an outlier: if others agree with it, the level will be believed. */
    public void refuseOutlier(Bar bar, MarketLimits limits) {
        double close = BarNumbers.units(bar.closeE8());
        outliers = agreeingOutliers(close, limits) + 1;
        outlierClose = close;
    }

    /** Keeps what was said to the bar walked last, believed or not. */
    public void remember(Bar bar, MarketOutcome said) {
        walked = bar;
        outcome = said;
    }

    /** What was said to that bar, when it was the last one walked. */
    public Optional<MarketOutcome> said(Bar bar) {
        return bar.equals(walked) ? Optional.ofNullable(outcome) : Optional.empty();
    }

    /** Open time of the last believed bar, UTC milliseconds; the smallest number before the first. */
    public long lastMs() {
        return last == null ? Long.MIN_VALUE : last.openTimeMs();
    }

    /** Bars of the series so far. */
    public long bars() {
        return series.bars();
    }

    /** The average true range in 10<sup>-8</sup> of the quote currency, 0 while unknown. */
    private long atrE8() {
        return Math.round(series.atr() * FixedPoint.ONE);
    }

    private long missingMinutes(Bar bar) {
        Bar before = last;
        if (before == null || bar.openTimeMs() <= before.closeTimeMs()) {
            return 0;
        }
        return calendar == null ? (bar.openTimeMs() - before.closeTimeMs()) / Bar.INTERVAL_MS
                : calendar.openMinutesBetween(before.closeTimeMs(), bar.openTimeMs());
    }

    private double deviationPct(BarNumbers of, long missing, MarketLimits limits) {
        if (last == null || missing > limits.referenceMinutesMax()) {
            return 0;
        }
        double reference = BarNumbers.units(last.closeE8());
        double farthest = Math.max(distancePct(of.high(), reference), distancePct(of.low(), reference));
        if (Math.max(of.open(), of.close()) <= of.high() && Math.min(of.open(), of.close()) >= of.low()) {
            // what lies between the two is no farther away than the farther one
            return farthest;
        }
        return Math.max(farthest, Math.max(distancePct(of.open(), reference), distancePct(of.close(), reference)));
    }

    private int agreeingOutliers(double close, MarketLimits limits) {
        return outliers > 0 && Math.abs(close / outlierClose - 1) * 100 <= limits.deviationPctMax() ? outliers : 0;
    }

    private static double distancePct(double price, double reference) {
        return Math.abs(price / reference - 1) * 100;
    }
}
