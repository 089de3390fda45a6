package org.portcullis.signal.domain;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out whether a value stands under the name of a credential: {@code secretKey}, {@code webhook_secret},
 * {@code private-key}, {@code pass}. Rather too many names than one too few: what is blanked cannot be mapped, what is
 * not blanked is kept in the journal for years.
 */
final class CredentialName {

    /** Names are short; nobody looks further back for where one begins. */
    private static final int LENGTH_MAX = 100;
    private static final int BLANKS_MAX = 20;
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Set<String> WORDS = Set.of("pwd", "auth", "oauth", "authorization", "authorisation",
            "credential", "credentials");
    private static final List<String> PARTS = List.of("secret", "pass");
    private static final List<String> ENDINGS = List.of("key", "keys", "token", "tokens");

    private CredentialName() {
    }

    /**
     * Whether a credential's name stands before a separator.
     *
     * @param text      the text
     * @param separator where its colon or equals sign stands
     */
    static boolean before(String text, int separator) {
        int end = ended(text, separator);
        return end > 0 && is(text.substring(begun(text, end), end));
    }

    /** The quote that closed the name before a separator, with the backslashes before it; empty when none did. */
    static String quoting(String text, int separator) {
        int end = ended(text, separator);
        return end > 0 && isQuote(text.charAt(end - 1)) ? text.substring(QuotedText.slashes(text, end - 1), end) : "";
    }

    /** Whether one of the words that a name is made of is that of a credential. */
    static boolean is(String name) {
        return Stream.of(BETWEEN_WORDS.split(name)).map(word -> word.toLowerCase(Locale.ROOT))
                .anyMatch(word -> WORDS.contains(word) || PARTS.stream().anyMatch(word::contains)
                        || ENDINGS.stream().anyMatch(word::endsWith));
    }

    private static int ended(String text, int separator) {
        int end = separator;
        while (end > 0 && separator - end < BLANKS_MAX && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static int begun(String text, int end) {
        int nearest = Math.max(0, end - LENGTH_MAX);
        char last = text.charAt(end - 1);
        int start = isQuote(last) ? end - 1 : end;
        while (start > nearest && (isQuote(last) ? text.charAt(start - 1) != last : isPart(text.charAt(start - 1)))) {
            start--;
        }
        return start;
    }

    private static boolean isPart(char letter) {
        return letter == '_' || letter == '-' || letter >= '0' && letter <= '9' || letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z';
    }

    static boolean isQuote(char letter) {
        return letter == '"' || letter == '\'';
    }
}
