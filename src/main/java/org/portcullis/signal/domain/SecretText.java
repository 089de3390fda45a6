package org.portcullis.signal.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a secret in a text and takes it out. A secret is 22 to 128 letters, digits, dashes or underscores: at
 * least 128 bits when it is random, and fit for a path, for JSON and for plain text without being escaped.
 */
public final class SecretText {

    /** What stands in the place of a secret. */
    public static final String REMOVED = "[removed]";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22,128}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]++");
    private static final String ENDS = ",;&}] \t\r\n";
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})|%([0-9A-Fa-f]{2})|\\\\(/)");

    private SecretText() {
    }

    /** Whether a text can be a secret at all. */
    public static boolean wellFormed(String secret) {
        return FORM.matcher(secret).matches();
    }

    /**
     * Whether the caller knows a secret: it is the token of the path, or stands in the body as a whole word. The time
     * it takes does not depend on how much of a secret is right.
     */
    public static boolean known(@Nullable String token, String body, List<String> secrets) {
        List<byte[]> hashes = secrets.stream().map(SecretText::sha256).toList();
        boolean known = token != null && wellFormed(token) && isOne(token, hashes);
        for (Matcher word = WORD.matcher(body); word.find();) {
            int length = word.end() - word.start();
            if (length >= 22 && length <= 128) {
                known |= isOne(word.group(), hashes);
            }
        }
        return known;
    }

    /**
     * The text without any of the secrets, wherever they stand, and without the values of what is named like a
     * credential.
     *
     * @return the text, or nothing when it holds a secret in an escaped form: then it must not be kept at all
     */
    public static @Nullable String removed(String text, List<String> secrets) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, REMOVED);
        }
        clean = withoutNamed(clean);
        String plain = unescaped(clean);
        return secrets.stream().anyMatch(plain::contains) ? null : clean;
    }

    /** Cuts the last word off a text that was cut itself, so that no part of a secret remains at its end. */
    public static String withoutLastWord(String text) {
        int end = text.length();
        while (end > 0 && WORD.matcher(text.substring(end - 1, end)).matches()) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String withoutNamed(String text) {
        boolean json = text.stripLeading().startsWith("{");
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if ((letter == ':' || letter == '=') && CredentialName.before(text, at)) {
                int start = blanks(text, at + 1);
                int end = json && closes(text, at, start) ? start : endOfValue(text, start, json);
                clean.append(text, from, start).append(end == start ? "" : replacement(text, at, start, json));
                from = end;
                at = Math.max(at, end - 1);
            }
        }
        return clean.append(text, from, text.length()).toString();
    }

    /** A quote after a name without quotes, behind which nothing stands: it closes the string that both stand in. */
    private static boolean closes(String text, int separator, int start) {
        int behind = blanks(text, start + 1);
        return text.startsWith("\"", start) && CredentialName.quoting(text, separator).isEmpty()
                && (behind >= text.length() || ",}]".indexOf(text.charAt(behind)) >= 0);
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** In the quotes of the value, else in those of its name, so that JSON stays what it was. */
    private static String replacement(String text, int separator, int start, boolean json) {
        String opening = QuotedText.opening(text, start);
        String quoting = opening.isEmpty() ? CredentialName.quoting(text, separator) : opening;
        String plain = !json && text.charAt(separator) == ':' ? "\"" : "";
        String quote = quoting.isEmpty() ? plain : quoting;
        return quote + REMOVED + quote;
    }

    /** Objects and lists are walked through, their members are looked at one by one. */
    private static int endOfValue(String text, int start, boolean json) {
        if (start >= text.length() || text.charAt(start) == '{' || text.charAt(start) == '[') {
            return text.startsWith(REMOVED, start) ? start + REMOVED.length() : start;
        }
        String opening = QuotedText.opening(text, start);
        if (!opening.isEmpty()) {
            return QuotedText.end(text, start, opening);
        }
        int at = start;
        while (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0 && !(json && endsString(text, at))) {
            at++;
        }
        return at;
    }

    /** Without quotes of its own a value of a JSON body stands in a string, which it does not outlast. */
    private static boolean endsString(String text, int at) {
        return text.charAt(at) == '"' && (at - QuotedText.slashes(text, at)) % 2 == 0;
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(hit -> {
            String digits = hit.group(1) != null ? hit.group(1) : hit.group(2);
            return Matcher.quoteReplacement(digits == null ? "/"
                    : Character.toString((char) Integer.parseInt(digits, 16)));
        });
    }

    private static boolean isOne(String word, List<byte[]> hashes) {
        byte[] hash = sha256(word);
        boolean is = false;
        for (byte[] secret : hashes) {
            is |= MessageDigest.isEqual(hash, secret);
        }
        return is;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
