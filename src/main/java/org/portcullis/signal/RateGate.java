package org.portcullis.signal;

import java.util.Optional;

/** How much may come in a minute. */
public interface RateGate {

    /** Takes one call of those that everybody may make together; the limit, in calls a minute, when none is left. */
    Optional<Integer> overAll();

    /** Takes one call of those that one strategy of one source may make; the limit when none is left. */
    Optional<Integer> overStrategy(String source, String strategy);

    /** Whether one more refusal of somebody unknown may be written down. */
    boolean noteStranger();
}
