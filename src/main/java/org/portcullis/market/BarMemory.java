package org.portcullis.market;

import java.util.List;
import org.portcullis.kernel.InstrumentId;

/** Bars that were seen earlier, also before a restart. */
public interface BarMemory {

    /**
     * The newest bars of an instrument that opened before a moment, oldest first.
     *
     * @param beforeMs the moment, UTC milliseconds; {@link Long#MAX_VALUE} for all
     * @param limit    most bars to give, at least 1
     */
    List<Bar> newest(InstrumentId instrument, long beforeMs, int limit);

    /**
     * The same without bars that the guards refused, for a chart.
     *
     * @param beforeMs the moment, UTC milliseconds; {@link Long#MAX_VALUE} for all
     * @param limit    most bars to give, at least 1
     */
    default List<Bar> believed(InstrumentId instrument, long beforeMs, int limit) {
        return newest(instrument, beforeMs, limit);
    }
}
