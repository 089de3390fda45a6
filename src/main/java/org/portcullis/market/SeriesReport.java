package org.portcullis.market;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.kernel.InstrumentId;

/**
 * How good the kept bars of an instrument are (B-D7).
 *
 * @param instrument  which
 * @param bars        bars looked at
 * @param fromMs      where the look began, UTC milliseconds
 * @param toMs        where it ended
 * @param holes       the first {@value #SHOWN_MAX} holes, oldest first
 * @param holesInside holes in which minutes of trading are missing
 * @param holesOutside holes that lie outside the sessions altogether: they are none
 * @param missing     minutes of trading that are missing
 * @param repeated    bars whose minute has another bar already
 * @param flags       bars that the guard rules would flag, by code, but for holes
 * @param examples    the first of them, in words
 */
public record SeriesReport(InstrumentId instrument, long bars, long fromMs, long toMs, List<Hole> holes,
        long holesInside, long holesOutside, long missing, long repeated, Map<FlagCode, Long> flags,
        List<String> examples) {

    /** Holes and examples that are shown one by one. */
    public static final int SHOWN_MAX = 1_000;

    public SeriesReport {
        holes = List.copyOf(holes);
        flags = Collections.unmodifiableMap(new TreeMap<>(flags));
        examples = List.copyOf(examples);
    }

    /**
     * Minutes without a bar.
     *
     * @param fromMs         first missing minute, UTC milliseconds
     * @param toMs           first moment after the last one
     * @param minutes        how many
     * @param minutesTrading how many of them lie inside sessions; 0 when the market was closed
     */
    public record Hole(long fromMs, long toMs, long minutes, long minutesTrading) {

        /** Whether the market was open in some of it. */
        public boolean inside() {
            return minutesTrading > 0;
        }
    }

    /** Whether every minute of trading is there, once. */
    public boolean whole() {
        return holesInside == 0 && repeated == 0 && bars > 0;
    }
}
