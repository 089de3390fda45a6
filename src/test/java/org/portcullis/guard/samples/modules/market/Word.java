package org.portcullis.guard.samples.modules.market;

/** A word that other rooms may use. */
public record Word(String text) {
}
