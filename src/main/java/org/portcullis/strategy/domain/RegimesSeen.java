package org.portcullis.strategy.domain;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.RegimeView;

/** The regime at the last formed bar of each instrument, for signals that come between bars. One thread. */
public final class RegimesSeen {

    /** Before a bar of an instrument has formed nothing of it is known: no signal enters it, and each may leave it. */
    private static final RegimeView NONE = RegimeView.unknown(0, 0);

    private static final class Seen {
        private RegimeView regime = NONE;
    }

    private final Map<InstrumentId, Seen> all = new HashMap<>();
    private @Nullable InstrumentId lastInstrument;
    private Seen last = new Seen();

    /** A bar has formed in this regime. */
    public void saw(InstrumentId instrument, RegimeView regime) {
        if (lastInstrument != instrument) {
            last = all.computeIfAbsent(instrument, unseen -> new Seen());
            lastInstrument = instrument;
        }
        last.regime = regime;
    }

    /** The last one; an unknown one in which nothing is entered before the first bar has formed. */
    public RegimeView of(InstrumentId instrument) {
        Seen seen = all.get(instrument);
        return seen == null ? NONE : seen.regime;
    }
}
