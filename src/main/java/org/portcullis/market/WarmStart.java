package org.portcullis.market;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.portcullis.kernel.InstrumentId;

/**
 * Shows a live feed's kept bars to everything that remembers bars before it listens, so that indicators, structure and
 * regimes are warm at once and only what happened since has to be asked of the venue (S3-17, B-D8).
 */
public interface WarmStart {

    /** A warm start that has nothing to show. */
    WarmStart NOTHING = (feed, instruments, nowMs) -> Map.of();

    /**
     * Shows what is kept, oldest first, and returns when all of it is taken in; nothing is proposed on it.
     *
     * @param feed  name of the feed that begins
     * @param nowMs now, UTC milliseconds
     * @return close of the newest kept bar of each instrument of which there is one, UTC milliseconds
     */
    Map<InstrumentId, Long> show(String feed, Collection<InstrumentId> instruments, long nowMs);

    /** How the last one of this process went; nothing before the first has ended. */
    default Optional<WarmReport> last() {
        return Optional.empty();
    }
}
