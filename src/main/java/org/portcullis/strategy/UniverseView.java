package org.portcullis.strategy;

import java.util.Optional;
import org.portcullis.kernel.InstrumentId;

/** Which instruments may be entered. Asked once a bar by the thread that thinks; exits pass whatever it says. */
@FunctionalInterface
public interface UniverseView {

    /** A universe that leaves nothing out. */
    UniverseView EVERYTHING = instrument -> Optional.empty();

    /** Why the instrument is left out, for a person; empty when it may be entered. */
    Optional<String> excluded(InstrumentId instrument);
}
