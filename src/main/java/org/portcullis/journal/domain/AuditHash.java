package org.portcullis.journal.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The hash of one audit entry: SHA-256 over the previous entry's hash (32 bytes), the number and the time in
 * milliseconds (8 bytes each, big-endian), then each text as its length in bytes (4) and its UTF-8 bytes, in the order
 * of the record's components.
 *
 * @param previousHash hash of the entry before, 64 hexadecimal digits; zeros before the first
 * @param sequence number in the writer's chain
 * @param atMs when, in milliseconds since 1970 UTC
 * @param details canonical JSON
 */
public record AuditHash(String previousHash, long sequence, long atMs, String writer, String actor, String action,
        String subject, String details, String rulesVersion, String policyHash) {

    /** Stands before the first entry of every chain. */
    public static final String GENESIS = "0".repeat(64);

    /** The hash as 64 hexadecimal digits. */
    public String compute() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(previousHash));
            update(digest, sequence, Long.BYTES);
            update(digest, atMs, Long.BYTES);
            for (String text : new String[] {writer, actor, action, subject, details, rulesVersion, policyHash}) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                update(digest, bytes.length, Integer.BYTES);
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void update(MessageDigest digest, long number, int bytes) {
        for (int shift = (bytes - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            digest.update((byte) (number >>> shift));
        }
    }
}
