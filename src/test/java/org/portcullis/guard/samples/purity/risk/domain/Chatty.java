package org.portcullis.guard.samples.purity.risk.domain;

import org.slf4j.LoggerFactory;

/** Broken on purpose: a domain class that logs. */
public final class Chatty {

    /** Says something. */
    public void say(String what) {
        LoggerFactory.getLogger(Chatty.class).info(what);
    }
}
