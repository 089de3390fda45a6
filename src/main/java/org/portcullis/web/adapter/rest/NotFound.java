package org.portcullis.web.adapter.rest;

/** What a caller named does not exist. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what a sentence for the caller */
    public NotFound(String what) {
        super(what);
    }
}
