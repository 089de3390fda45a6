package org.portcullis.research.domain.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.research.PatternSource.PatternBar;
import org.portcullis.research.TrainingTerms;
import org.portcullis.research.domain.training.LabelledRow.Outcome;

/**
 * Gives each pattern its label while the bars go by, and keeps some entries at random for comparison. A pattern whose
 * label is not decided when the bars end gets none.
 */
public final class Labeller {

    private final TrainingTerms terms;
    private final ToDoubleFunction<InstrumentId> takerBps;
    private final Draws draws;
    private final double randomShare;
    private final Map<InstrumentId, Deque<Pending>> pending = new HashMap<>();
    private final List<LabelledRow> rows = new ArrayList<>();
    private final List<RandomEntry> randomEntries = new ArrayList<>();
    private long patterns;

    /** An entry whose label is not decided yet; without features it is one at random. */
    private record Pending(long startMs, int direction, @Nullable ScalpFeatures features, Barriers barriers) {
    }

    /**
     * @param takerBps fee of an instrument, in basis points
     */
    public Labeller(TrainingTerms terms, ToDoubleFunction<InstrumentId> takerBps, long seed) {
        this.terms = terms;
        this.takerBps = takerBps;
        this.draws = new Draws(seed);
        this.randomShare = terms.number("random-entry-share");
    }

    /** Takes the next bar of whatever instrument. */
    public void take(PatternBar next) {
        Bar bar = next.bar();
        Deque<Pending> open = pending.computeIfAbsent(bar.instrument(), unseen -> new ArrayDeque<>());
        decide(bar, open);
        // drawn for every bar, so that the same bars are chosen whatever patterns there are
        boolean chosen = draws.uniform() < randomShare;
        int direction = draws.uniform() < 0.5 ? 1 : -1;
        patterns += next.features() == null ? 0 : 1;
        if (!(next.atr() > 0)) {
            return;
        }
        if (next.features() != null) {
            open.add(enter(next, next.features().direction(), next.features()));
        }
        if (chosen) {
            open.add(enter(next, direction, null));
        }
    }

    /** Patterns with labels, in order of their start, then of their instrument. */
    public List<LabelledRow> rows() {
        List<LabelledRow> ordered = new ArrayList<>(rows);
        ordered.sort(java.util.Comparator.comparingLong(LabelledRow::startMs).thenComparing(LabelledRow::instrument));
        return Collections.unmodifiableList(ordered);
    }

    /** Entries at random. */
    public List<RandomEntry> randomEntries() {
        return Collections.unmodifiableList(randomEntries);
    }

    /** Patterns seen, with label or without. */
    public long patterns() {
        return patterns;
    }

    private Pending enter(PatternBar at, int direction, @Nullable ScalpFeatures features) {
        double entry = (double) at.bar().closeE8() / FixedPoint.ONE;
        return new Pending(at.bar().closeTimeMs(), direction, features, new Barriers(direction, entry,
                terms.riskAtr() * at.atr(), terms.stopRisk(), terms.targetRisk(), terms.horizonBars(),
                takerBps.applyAsDouble(at.bar().instrument()) + terms.slippageBps()));
    }

    private void decide(Bar bar, Deque<Pending> open) {
        for (Iterator<Pending> each = open.iterator(); each.hasNext();) {
            Pending entry = each.next();
            Outcome outcome = entry.barriers().next(bar);
            if (outcome != null) {
                each.remove();
                keep(bar, entry, outcome);
            }
        }
    }

    private void keep(Bar bar, Pending entry, Outcome outcome) {
        if (entry.features() == null) {
            randomEntries.add(new RandomEntry(entry.startMs(), entry.direction(), outcome.profitRisk()));
        } else {
            rows.add(new LabelledRow(bar.instrument(), entry.startMs(), bar.closeTimeMs(), entry.features(), outcome));
        }
    }
}
