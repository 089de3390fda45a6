package org.portcullis.guard.samples.rooms.risk;

import org.portcullis.guard.samples.rooms.order.Turn;

/** Broken on purpose: half of a circle. */
public record Word(Turn turn) {
}
