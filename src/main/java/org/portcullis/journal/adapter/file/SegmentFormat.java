package org.portcullis.journal.adapter.file;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The bytes of a segment file, all numbers big-endian.
 *
 * <pre>
 * header   magic "PCJS" 4 | version 4 | first sequence 8 | hash before the first record 32
 * record   length 4 (of all that follows) | sequence 8 | event time 8 | receive time 8 | stream length 2 | stream
 *          | body | hash 32
 * trailer  -1 4 | last sequence 8 | records 8 | hash of the last record 32 | SHA-256 of the 52 bytes before 32
 * </pre>
 *
 * A record's hash is SHA-256 over the previous record's hash followed by the record's bytes from length to body.
 */
public final class SegmentFormat {

    public static final int HASH_BYTES = 32;
    public static final int HEADER_BYTES = 4 + 4 + 8 + HASH_BYTES;
    public static final int TRAILER_BYTES = 4 + 8 + 8 + HASH_BYTES + HASH_BYTES;
    public static final int LENGTH_BYTES = 4;

    /** Bytes of a record before its stream name, the length field included. */
    public static final int FIXED_BYTES = LENGTH_BYTES + 8 + 8 + 8 + 2;

    /** Longest record; longer items are refused when appended, so a longer length on disk is damage. */
    public static final int RECORD_BYTES_MAX = 16 * 1024 * 1024;

    static final int MAGIC = 0x50434A53;
    static final int VERSION = 1;
    static final int TRAILER_MARK = -1;

    private SegmentFormat() {
    }

    /** The hash before the very first record. */
    public static byte[] genesis() {
        return new byte[HASH_BYTES];
    }

    /** A fresh SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static void putHeader(ByteBuffer buffer, long firstSequence, byte[] previousHash) {
        buffer.putInt(MAGIC).putInt(VERSION).putLong(firstSequence).put(previousHash);
    }

    static void putTrailer(ByteBuffer buffer, long lastSequence, long records, byte[] lastHash) {
        int start = buffer.position();
        buffer.putInt(TRAILER_MARK).putLong(lastSequence).putLong(records).put(lastHash);
        MessageDigest digest = sha256();
        digest.update(buffer.duplicate().flip().position(start));
        buffer.put(digest.digest());
    }

    /** Writes one record and returns its hash. */
    static byte[] putRecord(ByteBuffer buffer, MessageDigest digest, byte[] previousHash,
            long sequence, byte[] stream, long eventTimeMs, long receiveTimeMs, byte[] body) {
        int start = buffer.position();
        buffer.putInt(recordBytes(stream.length, body.length) - LENGTH_BYTES)
                .putLong(sequence).putLong(eventTimeMs).putLong(receiveTimeMs)
                .putShort((short) stream.length).put(stream).put(body);
        digest.update(previousHash);
        digest.update(buffer.duplicate().flip().position(start));
        byte[] hash = digest.digest();
        buffer.put(hash);
        return hash;
    }

    static int recordBytes(int streamBytes, int bodyBytes) {
        return Math.addExact(FIXED_BYTES + streamBytes + HASH_BYTES, bodyBytes);
    }
}
