package org.portcullis.market;

import java.util.OptionalLong;

/** The question of a feed to what keeps its position: how far was it judged before this process started? */
public interface FeedPositions {

    /**
     * Opening time of the newest bar of the feed that is known to be judged, UTC milliseconds; nothing before the
     * first.
     *
     * @throws IllegalStateException when this home holds another feed's account; the message says what to do
     */
    OptionalLong judgedUpTo(String feed);
}
