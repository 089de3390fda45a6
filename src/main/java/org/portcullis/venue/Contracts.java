package org.portcullis.venue;

import java.util.Optional;
import org.portcullis.kernel.InstrumentId;

/** What a venue lists. */
@FunctionalInterface
public interface Contracts {

    /** The contract of an instrument, or nothing when the venue does not list it. */
    Optional<Contract> find(InstrumentId instrument);
}
