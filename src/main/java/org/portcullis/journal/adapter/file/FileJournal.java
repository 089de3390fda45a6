package org.portcullis.journal.adapter.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.portcullis.engine.store.FolderLock;
import org.portcullis.journal.Journal;
import org.portcullis.journal.JournalHead;

/**
 * A journal in a folder. Appending holds one lock, syncing another: while one thread waits for the disk others go on
 * appending, and everything they appended meanwhile is made durable by the next wait together.
 */
public final class FileJournal implements Journal {

    private static final int STREAM_BYTES_MAX = 200;

    private final Path folder;
    private final long segmentBytes;
    private final InstantSource clock;
    private final FolderLock ownership;
    private final HeadFile headFile;
    private final ReentrantLock appending = new ReentrantLock();
    private final ReentrantLock syncing = new ReentrantLock();
    private final List<SegmentWriter> sealed = new ArrayList<>();
    private SegmentWriter segment;
    private long sequence;
    private byte[] hash;
    private volatile long durableSequence;
    private volatile @Nullable IOException failure;
    private boolean closed;

    private FileJournal(Path folder, long segmentBytes, InstantSource clock, FolderLock ownership,
            JournalTail.Continuation tail, HeadFile headFile) {
        this.folder = folder;
        this.segmentBytes = segmentBytes;
        this.clock = clock;
        this.ownership = ownership;
        this.headFile = headFile;
        this.segment = tail.segment();
        this.sequence = tail.sequence();
        this.hash = tail.hash();
        this.durableSequence = tail.sequence();
    }

    /** See {@link Journal#open}. */
    public static FileJournal open(Path folder, long segmentBytes, InstantSource clock) {
        Path absolute = folder.toAbsolutePath().normalize();
        FolderLock ownership = FolderLock.acquire(absolute.resolve("journal.lock"));
        try {
            Files.createDirectories(absolute);
            JournalTail.Continuation tail = JournalTail.open(absolute);
            tail.segment().force(); // what a crash left in the page cache becomes ours, so it must be durable
            HeadFile headFile = HeadFile.open(absolute);
            headFile.write(tail.sequence(), tail.hash());
            headFile.force();
            return new FileJournal(absolute, segmentBytes, clock, ownership, tail, headFile);
        } catch (IOException e) {
            ownership.close();
            throw new UncheckedIOException("cannot open the journal " + absolute + ": " + e, e);
        } catch (RuntimeException e) {
            ownership.close();
            throw e;
        }
    }

    @Override
    public long append(String stream, long eventTimeMs, byte[] body) {
        byte[] name = streamName(stream);
        requireSize(name, body);
        appending.lock();
        try {
            requireUsable();
            write(name, eventTimeMs, body);
            return sequence;
        } catch (IOException e) {
            throw failed(e);
        } finally {
            appending.unlock();
        }
    }

    @Override
    public long append(String stream, long eventTimeMs, List<byte[]> bodies) {
        byte[] name = streamName(stream);
        bodies.forEach(body -> requireSize(name, body));
        appending.lock();
        try {
            requireUsable();
            for (byte[] body : bodies) {
                write(name, eventTimeMs, body);
            }
            return sequence;
        } catch (IOException e) {
            throw failed(e);
        } finally {
            appending.unlock();
        }
    }

    private void write(byte[] stream, long eventTimeMs, byte[] body) throws IOException {
        if (segment.bytes() > SegmentFormat.HEADER_BYTES
                && segment.bytes() + SegmentFormat.recordBytes(stream.length, body.length) > segmentBytes) {
            segment.seal(sequence, hash);
            sealed.add(segment);
            segment = SegmentWriter.create(folder, sequence + 1, hash);
        }
        hash = segment.append(hash, sequence + 1, stream, eventTimeMs, clock.millis(), body);
        sequence++;
    }

    @Override
    public long sync() {
        long wanted = lastSequence();
        syncing.lock();
        try {
            if (durableSequence < wanted) {
                makeDurable();
            }
            requireUsable();
            return durableSequence;
        } catch (IOException e) {
            throw failed(e);
        } finally {
            syncing.unlock();
        }
    }

    private void makeDurable() throws IOException {
        List<SegmentWriter> finished;
        SegmentWriter current;
        long reached;
        byte[] reachedHash;
        appending.lock();
        try {
            requireUsable();
            segment.flush();
            current = segment;
            reached = sequence;
            reachedHash = hash;
            finished = List.copyOf(sealed);
            sealed.clear();
        } finally {
            appending.unlock();
        }
        current.force();
        headFile.write(reached, reachedHash);
        durableSequence = reached;
        for (SegmentWriter done : finished) {
            headFile.force();
            done.close();
        }
    }

    @Override
    public long lastSequence() {
        appending.lock();
        try {
            return sequence;
        } finally {
            appending.unlock();
        }
    }

    @Override
    public JournalHead head() {
        appending.lock();
        try {
            return new JournalHead(sequence, HexFormat.of().formatHex(hash));
        } finally {
            appending.unlock();
        }
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        syncing.lock();
        appending.lock();
        try (ownership) {
            if (closed) {
                return;
            }
            if (failure == null) {
                makeDurable();
                headFile.force();
            }
            closed = true;
            segment.close();
            headFile.close();
        } catch (IOException e) {
            throw failed(e);
        } finally {
            appending.unlock();
            syncing.unlock();
        }
    }

    /** After a failed write or sync nobody knows what is on the disk, so nothing more is accepted. */
    private UncheckedIOException failed(IOException e) {
        if (failure == null) {
            failure = e;
        }
        return new UncheckedIOException("the journal " + folder + " cannot be written: " + e, e);
    }

    private void requireUsable() throws IOException {
        IOException earlier = failure;
        if (earlier != null) {
            throw new IOException("an earlier write failed, restart to go on", earlier);
        }
        if (closed) {
            throw new IllegalStateException("the journal " + folder + " is closed");
        }
    }

    private static byte[] streamName(String stream) {
        byte[] name = stream.getBytes(StandardCharsets.UTF_8);
        if (name.length == 0 || name.length > STREAM_BYTES_MAX) {
            throw new IllegalArgumentException("a stream name is 1 to " + STREAM_BYTES_MAX + " bytes: " + stream);
        }
        return name;
    }

    private static void requireSize(byte[] stream, byte[] body) {
        long size = (long) body.length + SegmentFormat.recordBytes(stream.length, 0) - SegmentFormat.LENGTH_BYTES;
        if (size > SegmentFormat.RECORD_BYTES_MAX) {
            throw new IllegalArgumentException("an item of " + body.length + " bytes is too long, a record has at most "
                    + SegmentFormat.RECORD_BYTES_MAX);
        }
    }
}
