package org.portcullis.market.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarArchive;
import org.portcullis.market.Flag;
import org.portcullis.market.FlagCode;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.SeriesReport;
import org.portcullis.market.SeriesReport.Hole;
import org.portcullis.market.TradingCalendar;

/** Counts what is missing, repeated or unbelievable in the bars of one instrument, shown oldest first. */
public final class SeriesCheck {

    private static final int EXAMPLES_MAX = 20;

    private final InstrumentId instrument;
    private final BarArchive.Span span;
    private final @Nullable TradingCalendar calendar;
    private final List<Hole> holes = new ArrayList<>();
    private final Map<FlagCode, Long> flags = new EnumMap<>(FlagCode.class);
    private final List<String> examples = new ArrayList<>();
    private long bars;
    private long fromMs;
    private long nextMs;
    private long inside;
    private long outside;
    private long missing;
    private long repeated;

    /** @param calendar when the instrument trades; nothing for always */
    public SeriesCheck(InstrumentId instrument, BarArchive.Span span, @Nullable TradingCalendar calendar) {
        this.instrument = instrument;
        this.span = span;
        this.calendar = calendar;
    }

    /** Takes the next bar and what the guards made of it. */
    public void take(Bar bar, MarketOutcome outcome) {
        long minuteMs = Math.floorDiv(bar.openTimeMs(), Bar.INTERVAL_MS) * Bar.INTERVAL_MS;
        if (bars == 0) {
            fromMs = span.fromMs() == Long.MIN_VALUE ? minuteMs : span.fromMs();
            nextMs = fromMs;
        }
        bars++;
        if (minuteMs < nextMs) {
            repeated++;
        } else {
            hole(nextMs, minuteMs);
            nextMs = minuteMs + Bar.INTERVAL_MS;
        }
        if (outcome instanceof MarketOutcome.Flagged flagged) {
            flagged.flags().forEach(flag -> count(bar, flag));
        }
    }

    /** What was found. */
    public SeriesReport end() {
        if (bars == 0) {
            boolean asked = span.fromMs() != Long.MIN_VALUE && span.toMs() != Long.MAX_VALUE;
            fromMs = asked ? span.fromMs() : 0;
            nextMs = fromMs;
        }
        long toMs = span.toMs() == Long.MAX_VALUE ? nextMs : Math.max(nextMs, span.toMs());
        hole(nextMs, toMs);
        return new SeriesReport(instrument, bars, fromMs, toMs, holes, inside, outside, missing, repeated, flags,
                examples);
    }

    private void hole(long holeMs, long endMs) {
        long minutes = (endMs - holeMs) / Bar.INTERVAL_MS;
        if (minutes < 1) {
            return;
        }
        long trading = calendar == null ? minutes : calendar.openMinutesBetween(holeMs, endMs);
        missing += trading;
        inside += trading > 0 ? 1 : 0;
        outside += trading > 0 ? 0 : 1;
        if (holes.size() < SeriesReport.SHOWN_MAX) {
            holes.add(new Hole(holeMs, endMs, minutes, trading));
        }
    }

    private void count(Bar bar, Flag flag) {
        if (flag.code() == FlagCode.GAP) {
            return; // holes are counted by the calendar
        }
        flags.merge(flag.code(), 1L, Long::sum);
        if (examples.size() < EXAMPLES_MAX) {
            examples.add(instrument + " " + Instant.ofEpochMilli(bar.openTimeMs()) + ": " + flag.code() + " "
                    + flag.actual() + " (limit " + flag.limit() + ")");
        }
    }
}
