package org.portcullis.engine.ids;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * SHA-256 over texts and numbers as they come, without a text of them all: for what is hashed very often. Every text is
 * preceded by its length, so that {@code "ab", "c"} and {@code "a", "bc"} differ. For one thread.
 */
public final class ContentDigest {

    private static final int FIRST = 1_024;

    private byte[] bytes = new byte[FIRST];
    private int size;

    /** Takes a text: its length, then each of its characters in two bytes, the lower one first. */
    public ContentDigest text(String text) {
        int length = text.length();
        number(length);
        room(2 * length);
        byte[] to = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char one = text.charAt(i);
            to[at++] = (byte) one;
            to[at++] = (byte) (one >>> Byte.SIZE);
        }
        size = at;
        return this;
    }

    /** Takes a number in eight bytes, the lowest one first. */
    public ContentDigest number(long number) {
        room(Long.BYTES);
        long left = number;
        for (int i = 0; i < Long.BYTES; i++) {
            bytes[size++] = (byte) left;
            left >>>= Byte.SIZE;
        }
        return this;
    }

    /** The first sixteen of the 64 lower-case hexadecimal digits of the hash of all that was taken. */
    public String first16() {
        byte[] hash = ContentHash.sha256(bytes, size);
        return HexFormat.of().formatHex(hash, 0, Long.BYTES);
    }

    private void room(int wanted) {
        if (bytes.length - size < wanted) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + wanted));
        }
    }
}
