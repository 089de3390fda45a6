package org.portcullis.engine.rules.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of a group that do nothing but record, as code that was written for them. */
public interface RecordingProgram {

    /**
     * Records what the rules say about one fact of each slot, in the order of the rules.
     *
     * @param fired takes the name of each rule that fires
     * @return false when only the engine knows: what was recorded so far has to be taken back, as after any exception
     */
    boolean record(@Nullable Object[] slots, Object recorder, List<String> fired);
}
