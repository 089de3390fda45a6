package org.portcullis.journal.adapter.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;

import org.portcullis.journal.JournalRecord;

/** Reads one segment from its beginning and checks each record against the chain before handing it out. */
public final class SegmentScanner implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 18;

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = SegmentFormat.sha256();
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private long bufferOffset;
    private long sequenceExpected;
    private long firstSequence;
    private byte[] previousHash;

    private SegmentScanner(Path file, FileChannel channel, long sequenceExpected, byte[] previousHash) {
        this.file = file;
        this.channel = channel;
        this.sequenceExpected = sequenceExpected;
        this.firstSequence = sequenceExpected;
        this.previousHash = previousHash;
    }

    /** What stands at the next place of the file. */
    public sealed interface Found {

        /** A record that fits the chain. */
        record Whole(JournalRecord record, long byteOffset) implements Found {
        }

        /** The trailer of a finished segment; nothing follows. */
        record Sealed() implements Found {
        }

        /** The end of a segment that is still written. */
        record End() implements Found {
        }

        /** The file ends inside a record that begins at this offset. */
        record Torn(long byteOffset, long bytes) implements Found {
        }

        /** Something that does not fit the chain. */
        record Bad(long byteOffset, String what) implements Found {
        }
    }

    /**
     * Opens a segment that must continue the chain; call {@link #header()} first.
     *
     * @param sequenceExpected number its first record must have
     * @param previousHash hash of the record before
     */
    public static SegmentScanner open(Path file, long sequenceExpected, byte[] previousHash) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        return new SegmentScanner(file, channel, sequenceExpected, previousHash);
    }

    /** Opens a segment whose predecessors are not looked at: its own header is believed. */
    public static SegmentScanner trusting(Path file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(SegmentFormat.HEADER_BYTES);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {
                continue;
            }
        }
        byte[] previous = Arrays.copyOfRange(header.array(),
                SegmentFormat.HEADER_BYTES - SegmentFormat.HASH_BYTES, SegmentFormat.HEADER_BYTES);
        return open(file, SegmentFiles.firstSequenceOf(file), previous);
    }

    /** Checks the header; {@link Found.End} when it is as expected. */
    public Found header() throws IOException {
        if (!available(SegmentFormat.HEADER_BYTES)) {
            return new Found.Torn(0, buffer.remaining());
        }
        boolean format = buffer.getInt() == SegmentFormat.MAGIC & buffer.getInt() == SegmentFormat.VERSION;
        long first = buffer.getLong();
        byte[] before = bytes(SegmentFormat.HASH_BYTES);
        if (!format) {
            return new Found.Bad(0, "no journal segment of version " + SegmentFormat.VERSION);
        }
        if (first != sequenceExpected || SegmentFiles.firstSequenceOf(file) != first) {
            return new Found.Bad(0, "expected the segment that begins with record " + sequenceExpected
                    + ", found one that begins with " + first);
        }
        return Arrays.equals(before, previousHash)
                ? new Found.End()
                : new Found.Bad(0, "the segment does not continue the hash of record " + (first - 1));
    }

    /** Reads and checks what comes next. */
    public Found next() throws IOException {
        long offset = offset();
        if (!available(SegmentFormat.LENGTH_BYTES)) {
            return buffer.hasRemaining() ? new Found.Torn(offset, buffer.remaining()) : new Found.End();
        }
        int length = buffer.getInt(buffer.position());
        if (length == SegmentFormat.TRAILER_MARK) {
            return trailer(offset);
        }
        int least = SegmentFormat.recordBytes(0, 0) - SegmentFormat.LENGTH_BYTES;
        if (length < least || length > SegmentFormat.RECORD_BYTES_MAX) {
            return new Found.Bad(offset, "a record is " + least + " to " + SegmentFormat.RECORD_BYTES_MAX
                    + " bytes long, not " + length);
        }
        if (!available(SegmentFormat.LENGTH_BYTES + length)) {
            return new Found.Torn(offset, buffer.remaining());
        }
        return record(offset, length);
    }

    /** Where the next item begins, in bytes from the file's beginning. */
    public long offset() {
        return bufferOffset + buffer.position();
    }

    /** Number the next record must have. */
    public long sequenceExpected() {
        return sequenceExpected;
    }

    /** Hash of the last record that was whole. */
    public byte[] previousHash() {
        return previousHash;
    }

    private Found record(long offset, int length) {
        int start = buffer.position();
        int hashStart = start + SegmentFormat.LENGTH_BYTES + length - SegmentFormat.HASH_BYTES;
        ByteBuffer fields = buffer.duplicate().position(start + SegmentFormat.LENGTH_BYTES);
        long sequence = fields.getLong();
        if (sequence != sequenceExpected) {
            return new Found.Bad(offset, "expected record " + sequenceExpected + ", found record " + sequence);
        }
        long eventTimeMs = fields.getLong();
        long receiveTimeMs = fields.getLong();
        int streamBytes = Short.toUnsignedInt(fields.getShort());
        digest.update(previousHash);
        digest.update(buffer.duplicate().limit(hashStart));
        byte[] computed = digest.digest();
        byte[] stored = Arrays.copyOfRange(buffer.array(), hashStart, hashStart + SegmentFormat.HASH_BYTES);
        if (!Arrays.equals(computed, stored) || fields.position() + streamBytes > hashStart) {
            return new Found.Bad(offset, "the content does not match its hash");
        }
        String stream = new String(buffer.array(), fields.position(), streamBytes, StandardCharsets.UTF_8);
        byte[] body = Arrays.copyOfRange(buffer.array(), fields.position() + streamBytes, hashStart);
        buffer.position(hashStart + SegmentFormat.HASH_BYTES);
        previousHash = stored;
        sequenceExpected++;
        return new Found.Whole(new JournalRecord(sequence, stream, eventTimeMs, receiveTimeMs, body, stored), offset);
    }

    private Found trailer(long offset) throws IOException {
        if (!available(SegmentFormat.TRAILER_BYTES)) {
            return new Found.Torn(offset, buffer.remaining());
        }
        ByteBuffer expected = ByteBuffer.allocate(SegmentFormat.TRAILER_BYTES);
        SegmentFormat.putTrailer(expected, sequenceExpected - 1, sequenceExpected - firstSequence, previousHash);
        if (!Arrays.equals(expected.array(), bytes(SegmentFormat.TRAILER_BYTES))) {
            return new Found.Bad(offset, "the trailer does not match record " + (sequenceExpected - 1)
                    + ": records before it are missing or it was changed");
        }
        return available(1) ? new Found.Bad(offset(), "bytes after the trailer") : new Found.Sealed();
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        buffer.get(bytes);
        return bytes;
    }

    /** Fills the buffer until {@code count} bytes can be read or the file ends. */
    private boolean available(int count) throws IOException {
        if (buffer.remaining() >= count) {
            return true;
        }
        bufferOffset += buffer.position();
        if (buffer.capacity() < count) {
            buffer = ByteBuffer.allocate(Math.max(count, buffer.capacity() * 2)).put(buffer);
        } else {
            buffer.compact();
        }
        while (buffer.position() < count && channel.read(buffer) >= 0) {
            continue;
        }
        buffer.flip();
        return buffer.remaining() >= count;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
