package org.portcullis.market;

import java.util.Optional;
import org.portcullis.kernel.InstrumentId;

/** What may be done with an instrument now (S2-REQ-EX1); may be asked from any thread. */
public interface TradingStatusView {

    /** Its status; {@link TradingStatus#OFFLINE} for what is not known. */
    TradingStatus status(InstrumentId instrument);

    /**
     * Why no position may be entered in it: unknown, not trading, or the venue's terms differ from the catalogue's;
     * empty when one may.
     */
    Optional<String> whyNotTradable(InstrumentId instrument);
}
