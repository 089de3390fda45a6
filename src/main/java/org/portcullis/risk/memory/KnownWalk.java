package org.portcullis.risk.memory;

import org.portcullis.risk.adapter.market.GuardedMarks;

/** A walk whose bars somebody else has walked before, so that the desk need not walk them again. */
public interface KnownWalk extends GuardedMarks.Walk {
}
