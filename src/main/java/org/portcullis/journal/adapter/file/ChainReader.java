package org.portcullis.journal.adapter.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;
import org.portcullis.journal.JournalBroken;
import org.portcullis.journal.JournalReader;
import org.portcullis.journal.JournalRecord;
import org.portcullis.journal.Verification;
import org.portcullis.journal.adapter.file.SegmentScanner.Found;

/** Walks the segments of a folder in order. */
public final class ChainReader implements JournalReader {

    private final Path folder;
    private final Deque<Path> remaining;
    private @Nullable SegmentScanner scanner;
    private @Nullable Path current;
    private @Nullable JournalRecord next;

    private ChainReader(Path folder, List<Path> segments) {
        this.folder = folder;
        this.remaining = new ArrayDeque<>(segments);
    }

    /** See {@link JournalReader#from}. */
    public static ChainReader from(Path folder, long fromSequence) {
        try {
            List<Path> segments = SegmentFiles.list(folder);
            int first = 0;
            while (first + 1 < segments.size()
                    && SegmentFiles.firstSequenceOf(segments.get(first + 1)) <= fromSequence) {
                first++;
            }
            ChainReader reader = new ChainReader(folder, segments.subList(first, segments.size()));
            reader.advance();
            while (reader.next != null && reader.next.sequence() < fromSequence) {
                reader.advance();
            }
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal " + folder + ": " + e, e);
        }
    }

    /** See {@link JournalReader#lastSequence}. */
    public static long lastSequence(Path folder) {
        try (ChainReader reader = from(folder, Long.MAX_VALUE)) {
            SegmentScanner scanner = reader.scanner;
            return scanner == null ? 0 : scanner.sequenceExpected() - 1;
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public JournalRecord next() {
        JournalRecord record = next;
        if (record == null) {
            throw new NoSuchElementException("no record after the last");
        }
        try {
            advance();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal " + folder + ": " + e, e);
        }
        return record;
    }

    private void advance() throws IOException {
        while (true) {
            SegmentScanner open = scanner;
            if (open != null) {
                Found found = open.next();
                if (found instanceof Found.Whole whole) {
                    next = whole.record();
                    return;
                }
                requireSound(found, open);
            }
            if (remaining.isEmpty()) {
                next = null;
                return;
            }
            openNext(open);
        }
    }

    private void openNext(@Nullable SegmentScanner finished) throws IOException {
        Path file = remaining.removeFirst();
        SegmentScanner opened = finished == null
                ? SegmentScanner.trusting(file)
                : SegmentScanner.open(file, finished.sequenceExpected(), finished.previousHash());
        close();
        scanner = opened;
        current = file;
        requireSound(opened.header(), opened);
    }

    /** The end of a finished segment, or of the last one even when its last record is still being written, is sound. */
    private void requireSound(Found found, SegmentScanner at) {
        Path file = current;
        String name = file == null ? "" : file.getFileName().toString();
        if (found instanceof Found.Bad bad) {
            throw new JournalBroken(folder.toString(),
                    new Verification.Broken(name, bad.byteOffset(), at.sequenceExpected(), bad.what()));
        }
        if (found instanceof Found.Torn torn && !remaining.isEmpty()) {
            throw new JournalBroken(folder.toString(), new Verification.Broken(
                    name, torn.byteOffset(), at.sequenceExpected(), "the record is cut"));
        }
    }

    @Override
    public void close() {
        SegmentScanner open = scanner;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close the journal " + folder, e);
            }
        }
    }
}
