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
    /** Names under which senders put credentials, ours and others', with what separates them from the value. */
    private static final Pattern NAME = Pattern.compile("(?i)(?<![A-Za-z0-9_-])(?:passphrase|password|passwd|secret"
            + "|token|key|api[_-]?key|api[_-]?secret|access[_-]?token|auth|authorization)\"?\\s{0,20}+"
            + "([:=])\\s{0,20}+");
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
        StringBuilder clean = new StringBuilder(text.length());
        int from = 0;
        for (Matcher name = NAME.matcher(text); name.find(Math.max(from, 0));) {
            int start = name.end();
            int end = endOfValue(text, start);
            clean.append(text, from, start).append(end == start ? "" : replacement(text, start, name.group(1)));
            from = Math.max(end, start);
            if (from >= text.length()) {
                break;
            }
        }
        return clean.append(text, from, text.length()).toString();
    }

    private static String replacement(String text, int start, String separator) {
        return text.charAt(start) == '"' || separator.equals(":") ? "\"" + REMOVED + "\"" : REMOVED;
    }

    /** Objects and lists are walked through, their members are looked at one by one. */
    private static int endOfValue(String text, int start) {
        if (start >= text.length() || text.charAt(start) == '{' || text.charAt(start) == '[') {
            return text.startsWith(REMOVED, start) ? start + REMOVED.length() : start;
        }
        int at = start;
        if (text.charAt(start) == '"') {
            for (at = start + 1; at < text.length() && text.charAt(at) != '"'; at++) {
                if (text.charAt(at) == '\\') {
                    at++;
                }
            }
            return Math.min(at + 1, text.length());
        }
        while (at < text.length() && ",;&}] \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
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
