package org.portcullis.engine.rules.source;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.rules.source.DrlWord.Kind;

/** Cuts rule text into words. It knows the lexical form that DRL and Java share, and refuses what it does not know. */
public final class DrlLexer {

    private static final List<String> SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||", "->", "::", "++", "--",
            "+=", "-=", "*=", "/=", "!.", "<<", ">>");

    private final String text;
    private final List<DrlWord> words = new ArrayList<>();
    private int at;
    private int line;

    private DrlLexer(String text, int firstLine) {
        this.text = text;
        this.line = firstLine;
    }

    /**
     * The words of a text.
     *
     * @param text      a file or a part of one
     * @param firstLine the line it begins on
     * @throws Unreadable when a text or comment does not end, or a character belongs nowhere
     */
    public static List<DrlWord> words(String text, int firstLine) {
        return new DrlLexer(text, firstLine).read();
    }

    private List<DrlWord> read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                at++;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else if (text.startsWith("//", at)) {
                skipTo("\n", 0);
            } else if (text.startsWith("/*", at)) {
                skipTo("*/", 2);
            } else if (c == '"' || c == '\'') {
                quoted(c);
            } else if (isName(c)) {
                run(Character.isDigit(c) ? Kind.NUMBER : Kind.NAME);
            } else {
                sign(c);
            }
        }
        return words;
    }

    private void skipTo(String end, int length) {
        int found = text.indexOf(end, at + length);
        if (found < 0 && length > 0) {
            throw new Unreadable(line, "the comment does not end: close it with */");
        }
        int stop = found < 0 ? text.length() : found + length;
        for (; at < stop; at++) {
            line += text.charAt(at) == '\n' ? 1 : 0;
        }
    }

    private void quoted(char quote) {
        if (text.startsWith("\"\"\"", at)) {
            throw new Unreadable(line, "text blocks are not for rules: use a plain text in double quotes");
        }
        int start = at++;
        while (at < text.length() && text.charAt(at) != quote) {
            if (text.charAt(at) == '\n') {
                throw new Unreadable(line, "the text does not end on its line: close the quote");
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw new Unreadable(line, "the text does not end: close the quote");
        }
        at++;
        words.add(new DrlWord(Kind.TEXT, text.substring(start + 1, at - 1), line, start, at));
    }

    private void run(Kind kind) {
        int start = at;
        while (at < text.length() && (isName(text.charAt(at)) || kind == Kind.NUMBER && text.charAt(at) == '.')) {
            at++;
        }
        words.add(new DrlWord(kind, text.substring(start, at), line, start, at));
    }

    private void sign(char c) {
        if (c > '~' || c < ' ') {
            throw new Unreadable(line, "character U+" + String.format("%04X", (int) c)
                    + (c == '\uFEFF' ? " (byte order mark)" : "") + " outside a comment or text: remove it");
        }
        String sign = String.valueOf(c);
        for (String known : SIGNS) {
            if (text.startsWith(known, at)) {
                sign = known;
                break;
            }
        }
        words.add(new DrlWord(Kind.SIGN, sign, line, at, at + sign.length()));
        at += sign.length();
    }

    private static boolean isName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$';
    }

    /** Text that cannot be cut into words. */
    public static final class Unreadable extends RuntimeException {

        private final int line;

        Unreadable(int line, String message) {
            super(message);
            this.line = line;
        }

        /** The line at fault. */
        public int line() {
            return line;
        }
    }
}
