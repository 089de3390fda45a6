package org.portcullis.guard.samples.onedoor.web;

import org.portcullis.guard.samples.onedoor.order.VenuePort;
import org.portcullis.guard.samples.onedoor.risk.Verdict;

/** Broken on purpose: approves and submits on its own. */
public record Shortcut(VenuePort venue) {

    /** Around the desk. */
    public Verdict trade(String command) {
        venue.submit(command);
        return new Verdict.Approved("because I can");
    }
}
