package org.portcullis.venue.wire;

/** Walks over JSON text (RFC 8259, strictly) and says where a value ends. Builds nothing. */
final class JsonScanner {

    /** Deepest nesting that is followed; what venues send is at most eight deep. */
    static final int DEPTH_MAX = 32;

    private JsonScanner() {
    }

    /** The character at a place; 0, which JSON never has, behind the end. */
    static char at(String text, int i) {
        return i < text.length() ? text.charAt(i) : 0;
    }

    /** The first place from {@code i} on that is not blank. */
    static int blank(String text, int i) {
        int at = i;
        char c = at(text, at);
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            c = at(text, ++at);
        }
        return at;
    }

    /** The place behind the value that begins at {@code i}. */
    static int value(String text, int i, int depth) {
        return switch (at(text, i)) {
            case '"' -> string(text, i);
            case '{' -> members(text, i, deeper(depth));
            case '[' -> elements(text, i, deeper(depth));
            case 't' -> literal(text, i, "true");
            case 'f' -> literal(text, i, "false");
            case 'n' -> literal(text, i, "null");
            default -> number(text, i);
        };
    }

    /** The place behind the string whose opening quote stands at {@code i}. */
    static int string(String text, int i) {
        expect(text, i, '"');
        int at = i + 1;
        while (true) {
            char c = at(text, at);
            if (c == '"') {
                return at + 1;
            }
            if (c < ' ') {
                throw WireFault.unreadable(at >= text.length() ? "the text ends inside a string"
                        : "a control character inside a string at " + at);
            }
            at = c == '\\' ? escape(text, at) : at + 1;
        }
    }

    /** The place behind the one character at {@code i}, which must be {@code c}. */
    static int expect(String text, int i, char c) {
        if (at(text, i) != c) {
            throw WireFault.unreadable(i >= text.length() ? "the text ends where " + c + " should stand"
                    : "no " + c + " at " + i);
        }
        return i + 1;
    }

    private static int deeper(int depth) {
        if (depth >= DEPTH_MAX) {
            throw WireFault.unreadable("nested more than " + DEPTH_MAX + " deep");
        }
        return depth + 1;
    }

    private static int escape(String text, int backslash) {
        char c = at(text, backslash + 1);
        if (c == 'u') {
            for (int i = 2; i < 6; i++) {
                if (Character.digit(at(text, backslash + i), 16) < 0) {
                    throw WireFault.unreadable("a broken escape at " + backslash);
                }
            }
            return backslash + 6;
        }
        if (c == 0 || "\"\\/bfnrt".indexOf(c) < 0) {
            throw WireFault.unreadable("an unknown escape at " + backslash);
        }
        return backslash + 2;
    }

    private static int members(String text, int i, int depth) {
        int at = blank(text, i + 1);
        if (at(text, at) == '}') {
            return at + 1;
        }
        while (true) {
            at = blank(text, string(text, at));
            at = blank(text, expect(text, at, ':'));
            at = blank(text, value(text, at, depth));
            if (at(text, at) != ',') {
                return expect(text, at, '}');
            }
            at = blank(text, at + 1);
        }
    }

    private static int elements(String text, int i, int depth) {
        int at = blank(text, i + 1);
        if (at(text, at) == ']') {
            return at + 1;
        }
        while (true) {
            at = blank(text, value(text, at, depth));
            if (at(text, at) != ',') {
                return expect(text, at, ']');
            }
            at = blank(text, at + 1);
        }
    }

    private static int literal(String text, int i, String word) {
        if (!text.startsWith(word, i)) {
            throw WireFault.unreadable("no value at " + i);
        }
        return i + word.length();
    }

    private static int number(String text, int i) {
        int at = at(text, i) == '-' ? i + 1 : i;
        int first = at;
        at = digits(text, at);
        if (at - first > 1 && at(text, first) == '0') {
            throw WireFault.unreadable("a number with a leading zero at " + i);
        }
        if (at(text, at) == '.') {
            at = digits(text, at + 1);
        }
        char c = at(text, at);
        if (c == 'e' || c == 'E') {
            char sign = at(text, at + 1);
            at = digits(text, sign == '+' || sign == '-' ? at + 2 : at + 1);
        }
        return at;
    }

    private static int digits(String text, int i) {
        int at = i;
        char c = at(text, at);
        while (c >= '0' && c <= '9') {
            c = at(text, ++at);
        }
        if (at == i) {
            throw WireFault.unreadable(i >= text.length() ? "the text ends where a value should stand"
                    : "no value at " + i);
        }
        return at;
    }
}
