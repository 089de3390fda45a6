package org.portcullis.market;

import java.util.List;

/** The question the guard rules answer: what is wrong with this trade or quote? Used by one thread at a time. */
public interface TickGuard {

    /** What was found, in the order of the codes; empty for a tick that can be believed. */
    List<TickFlag> judge(TickCheck check, TickLimits limits);
}
