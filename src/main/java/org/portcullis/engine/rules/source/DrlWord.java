package org.portcullis.engine.rules.source;

/**
 * One word of a rule file; comments and blanks are none.
 *
 * @param kind what it is
 * @param text as written; a text without its quotes
 * @param line its line, counted from 1
 * @param from offset of its first character in the file
 * @param to   offset behind its last character
 */
public record DrlWord(Kind kind, String text, int line, int from, int to) {

    /** What a word is. */
    public enum Kind {
        /** A name or keyword: letters, digits, {@code _} and {@code $}, not beginning with a digit. */
        NAME,
        /** A number, with whatever letters and dots belong to it. */
        NUMBER,
        /** A text in single or double quotes. */
        TEXT,
        /** An operator or a bracket. */
        SIGN
    }

    /** Whether this is the given keyword, name or sign. */
    public boolean is(String word) {
        return kind != Kind.TEXT && text.equals(word);
    }

    /** Whether it is a name that begins with a capital: a type or a constant. */
    public boolean isCapital() {
        return kind == Kind.NAME && Character.isUpperCase(text.charAt(0));
    }
}
