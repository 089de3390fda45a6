package org.portcullis.risk.exit;

import java.util.OptionalLong;
import org.portcullis.kernel.InstrumentId;

/** The question of the watch to the calendars. */
@FunctionalInterface
public interface SessionView {

    /** Milliseconds until the instrument's session ends; zero when it is over, nothing when it never ends. */
    OptionalLong msToClose(InstrumentId instrument, long atMs);
}
