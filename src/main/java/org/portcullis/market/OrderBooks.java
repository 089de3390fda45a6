package org.portcullis.market;

import java.util.Optional;
import org.portcullis.kernel.InstrumentId;

/** The order books that venues are followed by (B-D3); may be asked from any thread. */
@FunctionalInterface
public interface OrderBooks {

    /** Where only bars or quotes are heard, no book is held. */
    OrderBooks NONE = (instrument, levels) -> Optional.empty();

    /**
     * The book of an instrument as it stands now; nothing while none is held or it is not in step with its venue.
     *
     * @param levels most levels of each side, at least 1; the best are given
     */
    Optional<BookDepth> book(InstrumentId instrument, int levels);
}
