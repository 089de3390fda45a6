package org.portcullis.web.adapter.rest;

import org.jspecify.annotations.Nullable;

/**
 * Why somebody does something, in words for the audit trail.
 *
 * @param reason 3 to 500 characters where it is required
 */
record Reason(@Nullable String reason) {

    private static final int LENGTH_MIN = 3;
    private static final int LENGTH_MAX = 500;

    /**
     * The reason, without surrounding blanks.
     *
     * @throws IllegalArgumentException when it is missing, too short or too long
     */
    static String required(@Nullable Reason given) {
        String text = given == null || given.reason() == null ? "" : given.reason().strip();
        if (text.length() < LENGTH_MIN || text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("Say why in " + LENGTH_MIN + " to " + LENGTH_MAX + " characters.");
        }
        return text;
    }
}
