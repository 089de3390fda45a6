package org.portcullis.journal;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

import org.portcullis.journal.adapter.file.ChainReader;

/**
 * Reads a journal forward, checking every record it passes; also while it is written, up to what was flushed. What
 * comes before the first segment read is not looked at: that is what {@link Verification#of} is for.
 */
public interface JournalReader extends Iterator<JournalRecord>, AutoCloseable {

    /**
     * Starts at a record.
     *
     * @param folder the journal's folder
     * @param fromSequence number of the first record wanted; 1 for all
     * @throws java.io.UncheckedIOException when the folder cannot be read
     * @throws JournalBroken here or from {@link #next()} when a record does not fit the chain
     */
    static JournalReader from(Path folder, long fromSequence) {
        return ChainReader.from(folder, fromSequence);
    }

    /** The last {@code count} records, oldest first. */
    static List<JournalRecord> tail(Path folder, int count) {
        long last = lastSequence(folder);
        try (JournalReader reader = from(folder, Math.max(1, last - count + 1))) {
            Deque<JournalRecord> found = new ArrayDeque<>();
            while (reader.hasNext()) {
                if (found.size() == count) {
                    found.removeFirst();
                }
                found.addLast(reader.next());
            }
            return List.copyOf(found);
        }
    }

    /** Number of the last whole record, 0 when there is none; reads the last segment only. */
    static long lastSequence(Path folder) {
        return ChainReader.lastSequence(folder);
    }

    @Override
    void close();
}
