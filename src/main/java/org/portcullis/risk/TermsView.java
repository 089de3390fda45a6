package org.portcullis.risk;

import java.util.Optional;
import org.portcullis.kernel.InstrumentId;

/** The question of the desk to the catalogue: how does this instrument trade? */
public interface TermsView {

    /** Its terms, or nothing when it is not listed and therefore must not be traded. */
    Optional<TradingTerms> find(InstrumentId instrument);
}
