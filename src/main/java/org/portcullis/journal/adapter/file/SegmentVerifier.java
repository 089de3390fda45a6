package org.portcullis.journal.adapter.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.portcullis.journal.JournalHead;
import org.portcullis.journal.Verification;
import org.portcullis.journal.Verification.Broken;
import org.portcullis.journal.Verification.Sound;
import org.portcullis.journal.adapter.file.SegmentScanner.Found;

/**
 * Reads a whole journal and names the first place that is not as it was written: a flipped bit, a removed, inserted,
 * repeated, swapped or cut record, a missing or swapped segment, records gone from the end. The journal may be in use.
 *
 * <p>What files alone cannot show: someone who rewrites every record after a change, with all hashes, and the head too.
 * The heads anchored in the audit trail (and signed daily anchors kept elsewhere) are there for that.
 */
public final class SegmentVerifier {

    private final Path folder;
    private final JournalHead head;
    private long records;
    private long sequence;
    private byte[] hash = SegmentFormat.genesis();
    private long tornBytes;

    private SegmentVerifier(Path folder, JournalHead head) {
        this.folder = folder;
        this.head = head;
    }

    /**
     * Verifies the journal in {@code folder}.
     *
     * @throws UncheckedIOException when the folder or a file cannot be read
     */
    public static Verification verify(Path folder) {
        try {
            Optional<JournalHead> head = HeadFile.read(folder); // before the records: a writer may be at work
            List<Path> segments = SegmentFiles.list(folder);
            if (head.isEmpty()) {
                return new Broken(HeadFile.NAME, 0, 0, "missing or unreadable");
            }
            return new SegmentVerifier(folder, head.get()).verify(segments);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the journal " + folder + ": " + e, e);
        }
    }

    private Verification verify(List<Path> segments) throws IOException {
        for (int i = 0; i < segments.size(); i++) {
            Broken broken = verifySegment(segments.get(i), i == segments.size() - 1);
            if (broken != null) {
                return broken;
            }
        }
        if (sequence < head.sequence()) {
            Path last = segments.isEmpty() ? folder.resolve(HeadFile.NAME) : segments.get(segments.size() - 1);
            return new Broken(last.getFileName().toString(), last.toFile().length(), sequence + 1,
                    "records are missing at the end: HEAD knows " + head.sequence() + ", the last one is " + sequence);
        }
        JournalHead reached = new JournalHead(sequence, HexFormat.of().formatHex(hash));
        return new Sound(records, segments.size(), reached, tornBytes);
    }

    private @Nullable Broken verifySegment(Path file, boolean last) throws IOException {
        String name = file.getFileName().toString();
        try (SegmentScanner scanner = SegmentScanner.open(file, sequence + 1, hash)) {
            Found found = scanner.header();
            boolean begun = found instanceof Found.End;
            found = begun ? scanner.next() : found;
            while (found instanceof Found.Whole whole) {
                records++;
                sequence = whole.record().sequence();
                hash = whole.record().hash();
                if (sequence == head.sequence() && !whole.record().hashHex().equals(head.hash())) {
                    return new Broken(name, whole.byteOffset(), sequence, "HEAD knows another hash of this record");
                }
                found = scanner.next();
            }
            return judgeEnd(name, found, scanner.offset(), last, begun);
        }
    }

    private @Nullable Broken judgeEnd(String name, Found found, long offset, boolean last, boolean begun) {
        if (found instanceof Found.Bad bad) {
            return new Broken(name, bad.byteOffset(), sequence + 1, bad.what());
        }
        if (found instanceof Found.Torn torn) {
            if (last && begun && sequence >= head.sequence()) {
                tornBytes = torn.bytes();
                return null;
            }
            return new Broken(name, torn.byteOffset(), sequence + 1,
                    "the record is cut after " + torn.bytes() + " bytes");
        }
        return found instanceof Found.End && !last
                ? new Broken(name, offset, sequence + 1, "the segment ends without its trailer")
                : null;
    }
}
