package org.portcullis.engine.store;

import org.jspecify.annotations.Nullable;

/** The database cannot be used; the message says what is wrong, where, and what to do. Nothing trades without it. */
public class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, in one line for the operator. */
    public StoreUnavailable(String message) {
        super(message);
    }

    /** Why, in one line for the operator, with the exception that showed it. */
    public StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
