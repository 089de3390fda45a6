package org.portcullis.guard.samples.rooms.cellar;

/** Broken on purpose: its package is no room. */
public record Hidden(String text) {
}
