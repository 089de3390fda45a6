package org.portcullis.journal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

import org.portcullis.journal.adapter.file.FileJournal;

/**
 * An append-only, hash-chained record of items in a folder, written before the items are used. One writer owns the
 * folder; any thread of it may append. An item is safe once a {@link #sync()} that began after its append returned.
 *
 * <p>Other rooms keep their small ledgers with the same class, each in a folder of its own.
 */
public interface Journal extends AutoCloseable {

    /** Size at which a segment is finished and the next one begun, in bytes: 64 MiB. */
    long SEGMENT_BYTES_DEFAULT = 64L * 1024 * 1024;

    /**
     * Opens the journal in {@code folder}, which is created when absent. A record that a crash cut off is moved to a
     * {@code .torn} file and said in the log.
     *
     * @param folder where the segments lie; nothing else may write there
     * @param segmentBytes size at which a segment is finished, in bytes
     * @param clock our clock, for the receive times
     * @throws JournalBroken when something that was acknowledged is missing or changed
     * @throws IllegalStateException when another owner has the folder
     * @throws java.io.UncheckedIOException when the folder cannot be read or written
     */
    static Journal open(Path folder, long segmentBytes, InstantSource clock) {
        return FileJournal.open(folder, segmentBytes, clock);
    }

    /** As {@link #open(Path, long, InstantSource)} with segments of {@link #SEGMENT_BYTES_DEFAULT}. */
    static Journal open(Path folder, InstantSource clock) {
        return open(folder, SEGMENT_BYTES_DEFAULT, clock);
    }

    /**
     * Appends one item; it is not durable before {@link #sync()}.
     *
     * @param stream what kind of item it is, 1 to 200 bytes of UTF-8
     * @param eventTimeMs when it happened by its source, in milliseconds since 1970 UTC
     * @param body the item, up to 16 MiB; may be empty
     * @return its sequence number, 1 for the first
     * @throws java.io.UncheckedIOException when the disk refuses; every later call then fails too
     */
    long append(String stream, long eventTimeMs, byte[] body);

    /** Appends several items of one stream and time next to each other; returns the number of the last one. */
    long append(String stream, long eventTimeMs, List<byte[]> bodies);

    /**
     * Waits until everything appended before this call is on the disk; threads that wait together share one wait.
     *
     * @return number of the last record that is durable now
     */
    long sync();

    /** Number of the last record appended, 0 when there is none. */
    long lastSequence();

    /** The last record appended, whether durable or not. */
    JournalHead head();

    /** Where it lies. */
    Path folder();

    /** Syncs and gives the folder free; a second call does nothing. */
    @Override
    void close();
}
