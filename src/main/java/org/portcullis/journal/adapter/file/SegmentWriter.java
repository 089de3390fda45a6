package org.portcullis.journal.adapter.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/** Appends records to one segment through a buffer; not safe for use by two threads at once. */
final class SegmentWriter {

    private static final int BUFFER_BYTES = 1 << 20;

    private final FileChannel channel;
    private final MessageDigest digest = SegmentFormat.sha256();
    private final ByteBuffer buffer;
    private final long firstSequence;
    private long bytes;

    private SegmentWriter(FileChannel channel, ByteBuffer buffer, long firstSequence, long bytes) {
        this.channel = channel;
        this.buffer = buffer;
        this.firstSequence = firstSequence;
        this.bytes = bytes;
    }

    /** A new segment; its header is on the disk before the file has its name, so no segment lacks one. */
    static SegmentWriter create(Path folder, long firstSequence, byte[] previousHash) throws IOException {
        Path file = folder.resolve(SegmentFiles.nameOf(firstSequence));
        Path draft = folder.resolve("segment.draft");
        ByteBuffer header = ByteBuffer.allocate(SegmentFormat.HEADER_BYTES);
        SegmentFormat.putHeader(header, firstSequence, previousHash);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            channel.write(header.flip());
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        SegmentFiles.syncFolder(folder);
        return continueAt(file, firstSequence);
    }

    /** Continues a segment whose last record is whole. */
    static SegmentWriter continueAt(Path file, long firstSequence) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        return new SegmentWriter(channel, ByteBuffer.allocate(BUFFER_BYTES), firstSequence, channel.size());
    }

    byte[] append(byte[] previousHash, long sequence, byte[] stream, long eventTimeMs, long receiveTimeMs, byte[] body)
            throws IOException {
        int length = SegmentFormat.recordBytes(stream.length, body.length);
        bytes += length;
        if (length > buffer.capacity()) {
            flush();
            ByteBuffer large = ByteBuffer.allocate(length);
            byte[] hash = SegmentFormat.putRecord(
                    large, digest, previousHash, sequence, stream, eventTimeMs, receiveTimeMs, body);
            write(large.flip());
            return hash;
        }
        if (length > buffer.remaining()) {
            flush();
        }
        return SegmentFormat.putRecord(
                buffer, digest, previousHash, sequence, stream, eventTimeMs, receiveTimeMs, body);
    }

    /** Ends the segment for good and makes it durable; the channel stays open for a sync that is under way. */
    void seal(long lastSequence, byte[] lastHash) throws IOException {
        flush();
        SegmentFormat.putTrailer(buffer, lastSequence, lastSequence - firstSequence + 1, lastHash);
        flush();
        force();
    }

    /** Hands everything to the operating system: it survives the end of this process, not yet of the machine. */
    void flush() throws IOException {
        write(buffer.flip());
        buffer.clear();
    }

    /** Waits until everything flushed is on the disk. */
    void force() throws IOException {
        channel.force(false);
    }

    /** Size of the segment with what is still buffered, in bytes. */
    long bytes() {
        return bytes;
    }

    void close() throws IOException {
        channel.close();
    }

    private void write(ByteBuffer full) throws IOException {
        while (full.hasRemaining()) {
            channel.write(full);
        }
    }
}
