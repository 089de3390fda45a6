package org.portcullis.engine.rules;

/**
 * Something wrong in a rule file or a case table.
 *
 * @param file    path relative to the rules folder, with forward slashes
 * @param line    line in that file, counted from 1
 * @param message what is wrong and what to do instead
 */
public record RuleProblem(String file, int line, String message) implements Comparable<RuleProblem> {

    public RuleProblem {
        line = Math.max(1, line);
    }

    @Override
    public int compareTo(RuleProblem other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : message.compareTo(other.message);
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
