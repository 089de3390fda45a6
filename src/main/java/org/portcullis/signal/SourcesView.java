package org.portcullis.signal;

import java.util.List;

/** Shows how the expected webhook sources are; may be asked from any thread, waits for nothing. */
public interface SourcesView {

    /**
     * Every expected source, in alphabetical order.
     *
     * @param nowMs our wall clock, UTC milliseconds
     */
    List<SourceState> sources(long nowMs);
}
