package org.portcullis.guard.samples.purity.order;

/** The door. */
public final class FrontDoor {
}
