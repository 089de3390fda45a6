package org.portcullis.engine.ids;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * SHA-256 over texts and numbers as they come, without a text of them all: for what is hashed very often. Every text is
 * preceded by its length, so that {@code "ab", "c"} and {@code "a", "bc"} differ. For one thread.
 */
public final class ContentDigest {

    /** How many bytes are hashed at once. */
    private static final int ROOM = 512;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle CHAR = MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);
    /** Words that come again and again, as bytes; no more than these, whoever names them. */
    private static final int WORDS_MAX = 4_096;
    private static final Map<String, byte[]> WORDS = new ConcurrentHashMap<>();

    private final MessageDigest digest = ContentHash.sha256();
    private final byte[] bytes = new byte[ROOM];
    private int size;

    /** Takes a text: its length, then each of its characters in two bytes, the lower one first. */
    public ContentDigest text(String text) {
        int length = text.length();
        number(length);
        for (int from = 0; from < length; from += ROOM / Character.BYTES) {
            int to = Math.min(length, from + ROOM / Character.BYTES);
            room(Character.BYTES * (to - from));
            int at = size;
            for (int i = from; i < to; i++) {
                CHAR.set(bytes, at, text.charAt(i));
                at += Character.BYTES;
            }
            size = at;
        }
        return this;
    }

    /** Takes a text that comes again and again, such as a name; the hash is the same as that of the text. */
    public ContentDigest word(String word) {
        byte[] known = WORDS.get(word);
        if (known == null) {
            known = inBytes(word);
            if (known.length > ROOM) {
                return text(word);
            }
            if (WORDS.size() < WORDS_MAX) {
                WORDS.put(word, known);
            }
        }
        room(known.length);
        System.arraycopy(known, 0, bytes, size, known.length);
        size += known.length;
        return this;
    }

    /** Takes texts one after the other. */
    public ContentDigest texts(String... texts) {
        for (String text : texts) {
            text(text);
        }
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
        digest.update(bytes, 0, size);
        size = 0;
        return HexFormat.of().formatHex(digest.digest(), 0, Long.BYTES);
    }

    private static byte[] inBytes(String word) {
        byte[] made = new byte[Long.BYTES + Character.BYTES * word.length()];
        LONG.set(made, 0, (long) word.length());
        for (int i = 0; i < word.length(); i++) {
            CHAR.set(made, Long.BYTES + Character.BYTES * i, word.charAt(i));
        }
        return made;
    }

    private void room(int wanted) {
        if (bytes.length - size < wanted) {
            digest.update(bytes, 0, size);
            size = 0;
        }
    }
}
