package org.portcullis.guard.samples.purity.order;

/** Broken on purpose: a third door. */
public final class SideDoor {
}
