package org.portcullis.market;

import java.util.Optional;
import org.portcullis.kernel.InstrumentId;

/** The last believed prices; may be asked from any thread. */
public interface MarketView {

    /** The last believed price of that instrument, or nothing when no bar of it was believed yet. */
    Optional<Mark> mark(InstrumentId instrument);
}
