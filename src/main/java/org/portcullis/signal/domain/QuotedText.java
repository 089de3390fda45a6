package org.portcullis.signal.domain;

/**
 * Text in quotes that may stand within other text in quotes: {@code "a"}, {@code 'a'}, and as a part of a JSON string
 * {@code \"a\"}. How many backslashes stand before the opening quote tells how deep it is.
 */
final class QuotedText {

    private QuotedText() {
    }

    /** Where the backslashes before a place begin; that place when there are none. */
    static int slashes(String text, int at) {
        int from = at;
        while (from > 0 && text.charAt(from - 1) == '\\') {
            from--;
        }
        return from;
    }

    /** The quote that opens at a place, with its backslashes; empty when none does. */
    static String opening(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        return at < text.length() && CredentialName.isQuote(text.charAt(at)) ? text.substring(start, at + 1) : "";
    }

    /**
     * Where what was opened ends: after its closing quote, or before the quote that closes what it stands in, or at the
     * end of the text. A quote within it has more backslashes than its own by more than what escapes a backslash.
     */
    static int end(String text, int start, String opening) {
        char quote = opening.charAt(opening.length() - 1);
        int deep = opening.length() - 1;
        int slashes = 0;
        for (int at = start + opening.length(); at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == quote && slashes < deep) {
                return at - slashes;
            }
            if (letter == quote && (slashes - deep) % (2 * (deep + 1)) == 0) {
                return at + 1;
            }
            slashes = letter == '\\' ? slashes + 1 : 0;
        }
        return text.length();
    }
}
