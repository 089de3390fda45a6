package org.portcullis.engine.rules.cases;

/** A table of cases that cannot be run, with the line at fault. */
final class CaseProblem extends RuntimeException {

    private final int line;

    CaseProblem(int line, String message) {
        super(message);
        this.line = line;
    }

    int line() {
        return line;
    }

    /** What is wrong and what to do. */
    String message() {
        return String.valueOf(getMessage());
    }
}
