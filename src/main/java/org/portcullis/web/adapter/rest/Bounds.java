package org.portcullis.web.adapter.rest;

/** Refuses numbers outside what a question may ask. */
public final class Bounds {

    private Bounds() {
    }

    /**
     * The value, when it is inside.
     *
     * @throws IllegalArgumentException when it is not, with the bounds
     */
    public static int within(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be between " + min + " and " + max + ", not " + value);
        }
        return value;
    }
}
