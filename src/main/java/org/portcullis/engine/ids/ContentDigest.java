package org.portcullis.engine.ids;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * SHA-256 over texts and numbers as they come, without a text of them all: for what is hashed very often. Every text is
 * preceded by its length, so that {@code "ab", "c"} and {@code "a", "bc"} differ. For one thread.
 */
public final class ContentDigest {

    private static final int FIRST = 8_192;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle CHAR = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[FIRST];
    private int size;

    /** Takes a text: its length, then each of its characters in two bytes, the lower one first. */
    public ContentDigest text(String text) {
        int length = text.length();
        room(Long.BYTES + 2 * length);
        byte[] to = bytes;
        int at = size;
        LONG.set(to, at, (long) length);
        at += Long.BYTES;
        for (int i = 0; i < length; i++) {
            CHAR.set(to, at, text.charAt(i));
            at += Character.BYTES;
        }
        size = at;
        return this;
    }

    /** Takes a number in eight bytes, the lowest one first. */
    public ContentDigest number(long number) {
        room(Long.BYTES);
        LONG.set(bytes, size, number);
        size += Long.BYTES;
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
