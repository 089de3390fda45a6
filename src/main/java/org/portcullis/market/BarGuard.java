package org.portcullis.market;

import java.util.List;

/** The question the guard rules answer: what is wrong with this bar? Used by one thread at a time. */
public interface BarGuard {

    /**
     * @return what was found, in the order of the codes; empty for a bar that can be believed and traded on
     */
    List<Flag> judge(BarCheck check, MarketLimits limits);
}
