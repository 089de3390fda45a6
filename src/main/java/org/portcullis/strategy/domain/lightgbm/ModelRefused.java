package org.portcullis.strategy.domain.lightgbm;

/** A model text that cannot be used; says why and on which line. */
public final class ModelRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * @param line    line of the text, counted from one
     * @param message what is wrong there
     */
    public ModelRefused(int line, String message) {
        super("line " + line + ": " + message);
        this.line = line;
    }

    /** Line of the text, counted from one. */
    public int line() {
        return line;
    }
}
