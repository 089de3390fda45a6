package org.portcullis.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.portcullis.journal.adapter.file.SegmentFiles;

/** A small journal of several segments, and ways to damage it. */
final class JournalFixture {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1_700_000_000_000L));
    static final long SMALL_SEGMENT_BYTES = 600;

    private JournalFixture() {
    }

    /** Records 1 to {@code count} with the bodies {@code item-1} and so on, about six to a segment. */
    static void write(Path folder, int count) {
        try (Journal journal = Journal.open(folder, SMALL_SEGMENT_BYTES, CLOCK)) {
            for (int i = 1; i <= count; i++) {
                journal.append("market.bar", 1_000L * i, ("item-" + i).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    static List<Path> segments(Path folder) {
        try {
            return SegmentFiles.list(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Byte ranges of a segment's records as {@code [from, to)}. */
    static List<int[]> records(byte[] segment) {
        List<int[]> ranges = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(segment);
        int offset = 48;
        while (offset < segment.length && buffer.getInt(offset) > 0) {
            int end = offset + 4 + buffer.getInt(offset);
            ranges.add(new int[] {offset, end});
            offset = end;
        }
        return ranges;
    }

    /** The segment with the byte ranges put together anew. */
    static void rewrite(Path segment, byte[] original, int[]... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int[] part : parts) {
            out.write(original, part[0], part[1] - part[0]);
        }
        Files.write(segment, out.toByteArray());
    }
}
