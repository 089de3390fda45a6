package org.portcullis.guard.samples.modules.market.domain;

/** Inside a room; nobody else's business. */
public record Inner(String text) {
}
