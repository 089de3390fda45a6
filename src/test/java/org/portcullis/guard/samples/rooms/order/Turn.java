package org.portcullis.guard.samples.rooms.order;

import org.portcullis.guard.samples.rooms.risk.Word;

/** Broken on purpose: the other half of a circle. */
public interface Turn {

    /** The way back. */
    Word word();
}
