package org.portcullis.guard.samples.rooms;

/** Broken on purpose: a second class in the root package. */
public record Loose(String text) {
}
