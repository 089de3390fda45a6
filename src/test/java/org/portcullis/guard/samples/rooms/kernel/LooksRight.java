package org.portcullis.guard.samples.rooms.kernel;

import org.portcullis.guard.samples.rooms.risk.Word;

/** Broken on purpose: the kernel imports a room to its right. */
public record LooksRight(Word word) {
}
