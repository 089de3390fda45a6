package org.portcullis.web.adapter.rest;

/** What a caller asked for came too late or is not theirs to ask. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why a sentence for the caller */
    public Refused(String why) {
        super(why);
    }
}
