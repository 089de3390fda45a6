package org.portcullis.engine.ids;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over a list of parts. Each part is preceded by its length in bytes, so that {@code ("ab", "c")} and
 * {@code ("a", "bc")} differ.
 */
public final class ContentHash {

    /** Never updated. */
    private static final MessageDigest FRESH = lookedUp();

    private ContentHash() {
    }

    /** The hash of the parts in their order, as 64 lower-case hexadecimal digits. */
    public static String hex(String... parts) {
        return hex(List.of(parts));
    }

    /** The hash of the parts in their order, as 64 lower-case hexadecimal digits. */
    public static String hex(List<String> parts) {
        MessageDigest digest = sha256();
        byte[] length = new byte[Long.BYTES];
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            ByteBuffer.wrap(length).putLong(bytes.length);
            digest.update(length);
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The first sixteen digits of {@link #hex(String...)}: enough for a version, too short for a signature. */
    public static String first16(String... parts) {
        return hex(parts).substring(0, 16);
    }

    /** The first sixteen digits of {@link #hex(List)}. */
    public static String first16(List<String> parts) {
        return hex(parts).substring(0, 16);
    }

    /** A copy is made many times faster than a digest is looked up; where it cannot be copied, it is looked up. */
    static MessageDigest sha256() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException notThisProvider) {
            return lookedUp();
        }
    }

    private static MessageDigest lookedUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
