package org.portcullis.signal;

import java.util.Optional;
import org.portcullis.kernel.InstrumentId;

/** Knows which instrument a source means. */
public interface SymbolBook {

    /** The instrument behind a ticker as the source writes it; nothing when it is not known for certain. */
    Optional<InstrumentId> find(String ticker);
}
