package org.portcullis.journal.adapter.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;

import org.portcullis.journal.JournalBroken;
import org.portcullis.journal.JournalHead;
import org.portcullis.journal.Verification.Broken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds where a journal ends, so that it can be continued. What a crash cut off before it was acknowledged is moved
 * aside; if anything that was acknowledged is missing or changed in the last segment, the journal is not continued.
 */
final class JournalTail {

    private static final Logger LOG = LoggerFactory.getLogger(JournalTail.class);

    private final Path folder;
    private final List<Path> segments;
    private final JournalHead head;

    private JournalTail(Path folder, List<Path> segments, JournalHead head) {
        this.folder = folder;
        this.segments = segments;
        this.head = head;
    }

    /**
     * Where to go on.
     *
     * @param segment the writer to go on with
     * @param sequence number of the last record
     * @param hash its hash
     */
    record Continuation(SegmentWriter segment, long sequence, byte[] hash) {
    }

    /** Reads the last segment and opens it, or a new one when it is finished or there is none. */
    static Continuation open(Path folder) throws IOException {
        List<Path> segments = SegmentFiles.list(folder);
        if (segments.isEmpty() && !Files.exists(folder.resolve(HeadFile.NAME))) {
            return fresh(folder);
        }
        JournalHead head = HeadFile.read(folder)
                .orElseThrow(() -> broken(folder, HeadFile.NAME, 0, 0, "missing or unreadable beside segments"));
        return new JournalTail(folder, segments, head).continuation();
    }

    private static Continuation fresh(Path folder) throws IOException {
        byte[] genesis = SegmentFormat.genesis();
        return new Continuation(SegmentWriter.create(folder, 1, genesis), 0, genesis);
    }

    private Continuation continuation() throws IOException {
        if (segments.isEmpty()) {
            requireHead(HeadFile.NAME, 0, 0, SegmentFormat.genesis());
            return fresh(folder);
        }
        Path last = segments.get(segments.size() - 1);
        try (SegmentScanner scanner = SegmentScanner.trusting(last)) {
            if (!(scanner.header() instanceof SegmentScanner.Found.End)) {
                throw broken(folder, last.getFileName().toString(), 0, scanner.sequenceExpected(), "bad header");
            }
            SegmentScanner.Found found = scanner.next();
            while (found instanceof SegmentScanner.Found.Whole whole) {
                requireHash(last, whole);
                found = scanner.next();
            }
            long sequence = scanner.sequenceExpected() - 1;
            requireHead(last.getFileName().toString(), scanner.offset(), sequence, scanner.previousHash());
            return goOn(last, found, sequence, scanner.previousHash());
        }
    }

    private Continuation goOn(Path last, SegmentScanner.Found end, long sequence, byte[] hash) throws IOException {
        if (end instanceof SegmentScanner.Found.Sealed) {
            return new Continuation(SegmentWriter.create(folder, sequence + 1, hash), sequence, hash);
        }
        if (end instanceof SegmentScanner.Found.Torn torn) {
            moveAside(last, torn.byteOffset(), "torn record");
        } else if (end instanceof SegmentScanner.Found.Bad bad) {
            moveAside(last, bad.byteOffset(), bad.what());
        }
        return new Continuation(SegmentWriter.continueAt(last, SegmentFiles.firstSequenceOf(last)), sequence, hash);
    }

    private void requireHash(Path last, SegmentScanner.Found.Whole whole) {
        if (whole.record().sequence() == head.sequence() && !whole.record().hashHex().equals(head.hash())) {
            throw broken(folder, last.getFileName().toString(), whole.byteOffset(), head.sequence(),
                    "HEAD knows another hash of this record");
        }
    }

    private void requireHead(String file, long offset, long sequence, byte[] hash) {
        if (sequence < head.sequence()) {
            throw broken(folder, file, offset, sequence + 1,
                    "HEAD knows records up to " + head.sequence() + ", the last whole one is " + sequence);
        }
        if (sequence == head.sequence() && !HexFormat.of().formatHex(hash).equals(head.hash())) {
            throw broken(folder, file, offset, sequence, "HEAD knows another hash of this record");
        }
    }

    private void moveAside(Path segment, long offset, String what) throws IOException {
        long size = Files.size(segment);
        Path torn = segment.resolveSibling(segment.getFileName() + "-" + offset + ".torn");
        try (FileChannel from = FileChannel.open(segment, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(torn, StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
                FileChannel cut = FileChannel.open(segment, StandardOpenOption.WRITE)) {
            from.transferTo(offset, size - offset, to);
            to.force(true);
            cut.truncate(offset);
            cut.force(true);
        }
        LOG.warn("{}: {} bytes after the last whole record ({}) were never acknowledged; moved to {}",
                segment, size - offset, what, torn.getFileName());
    }

    private static JournalBroken broken(Path folder, String file, long offset, long sequence, String what) {
        return new JournalBroken(folder.toString(), new Broken(file, offset, sequence, what));
    }
}
