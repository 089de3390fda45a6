package org.portcullis.market.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.AnalysisSettings;
import org.portcullis.market.Bar;
import org.portcullis.market.PoolStep;
import org.portcullis.market.RegimeJudge;
import org.portcullis.market.RegimeView;
import org.portcullis.market.Structure;
import org.portcullis.market.StructureCalendar;
import org.portcullis.market.domain.pool.PoolOutcome;
import org.portcullis.market.domain.reading.ReadingWalk;
import org.portcullis.market.domain.regime.RegimeWalk;
import org.portcullis.market.domain.structure.StructureWalk;

/**
 * Structure and regime of one instrument over its believed bars. Short holes do not end them: a swing or a pool of
 * yesterday is not forgotten because a minute is missing. Structure is told while somebody looks at it. Used by one
 * thread.
 */
public final class BarAnalysis {

    private final InstrumentId instrument;
    private final long tickE8;
    private final StructureCalendar calendar;
    private final RegimeJudge judge;
    private final Consumer<PoolOutcome.Refused> refusals;
    private final List<PoolStep> calledOff = new ArrayList<>();
    /** The same for every bar on which nobody looks. */
    private final Structure untold;
    private AnalysisSettings settings;
    private @Nullable StructureWalk structure;
    private RegimeWalk regime;

    /**
     * @param tickE8   smallest price step, in 10<sup>-8</sup>; positive
     * @param judge    says which regimes' tests hold
     * @param refusals told of every change of a pool that is refused, to log it
     */
    public BarAnalysis(InstrumentId instrument, long tickE8, StructureCalendar calendar, RegimeJudge judge,
            AnalysisSettings settings, Consumer<PoolOutcome.Refused> refusals) {
        this.instrument = instrument;
        this.tickE8 = tickE8;
        this.calendar = calendar;
        this.judge = judge;
        this.refusals = refusals;
        this.settings = settings;
        this.untold = Structure.unknown(instrument, 0);
        this.structure = begin(settings);
        this.regime = new RegimeWalk(settings.regime(), judge);
    }

    private StructureWalk begin(AnalysisSettings under) {
        return new StructureWalk(instrument, tickE8, under.structure(), calendar, refusals);
    }

    /** Whether these very settings are in force. */
    boolean uses(AnalysisSettings wanted) {
        return wanted == settings;
    }

    /** Goes on under other settings; another way of taking structure begins it anew. */
    public void use(AnalysisSettings wanted, long timeMs) {
        if (wanted.equals(settings)) {
            settings = wanted;
            return;
        }
        StructureWalk walked = structure;
        if (walked != null && !wanted.structure().equals(settings.structure())) {
            calledOff.addAll(walked.restart(timeMs));
            structure = begin(wanted);
        }
        regime.use(wanted.regime());
        settings = wanted;
    }

    /**
     * Begins or ceases to tell structure. It begins with the bars in memory, so that levels of the last day are known
     * when a strategy is enabled that looks at them.
     *
     * @param memory the bars in memory, and what they bring
     */
    public void look(boolean wanted, ReadingWalk memory) {
        if (wanted == (structure != null)) {
            return;
        }
        calledOff.clear();
        structure = null;
        if (wanted) {
            StructureWalk begun = begin(settings);
            memory.look(instrument, bar -> begun.push(bar, Double.NaN));
            structure = begun;
        }
    }

    /** So many minutes are missing before the next bar. */
    public void hole(long missingMinutes, long timeMs) {
        if (missingMinutes > settings.holeMinutesMax()) {
            StructureWalk walked = structure;
            if (walked != null) {
                calledOff.addAll(walked.restart(timeMs));
            }
            regime = new RegimeWalk(settings.regime(), judge);
        }
    }

    /** Finds what kind of market each of these believed bars closes in. */
    void regimes(BarRun run) {
        regime.push(run);
    }

    /** What kind of market a bar of that run closes in. */
    RegimeView regime(int index) {
        return regime.view(index);
    }

    /** What structure says to the bar of that run; steps of pools that were called off before it come first. */
    Structure structure(Bar bar, int index) {
        StructureWalk walked = structure;
        Structure told = walked == null ? untold : walked.push(bar, regime.volatilityRank(index));
        return calledOff.isEmpty() ? told : afterCallingOff(told);
    }

    private Structure afterCallingOff(Structure told) {
        Structure all = told.after(calledOff);
        calledOff.clear();
        return all;
    }
}
