package org.portcullis.venue;

import java.util.List;

/** Shows how the connections to venues' streams are; may be asked from any thread. */
public interface StreamsView {

    /** One entry a connection, in the order of their opening; not older than a second while the feed runs. */
    List<StreamHealth> streams();
}
