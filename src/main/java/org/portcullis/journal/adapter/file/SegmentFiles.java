package org.portcullis.journal.adapter.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The segment files of a folder, named by the number of their first record. */
public final class SegmentFiles {

    static final String SUFFIX = ".seg";
    private static final int DIGITS = 19;

    private SegmentFiles() {
    }

    /** {@code 0000000000000000001.seg} for the segment that begins with record 1. */
    public static String nameOf(long firstSequence) {
        return String.format("%0" + DIGITS + "d%s", firstSequence, SUFFIX);
    }

    /** The number in a segment's name. */
    public static long firstSequenceOf(Path segment) {
        return Long.parseLong(segment.getFileName().toString().substring(0, DIGITS));
    }

    /** All segments in the order of their names. */
    public static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{" + DIGITS + "}\\" + SUFFIX))
                    .sorted().toList();
        }
    }

    /** Makes a new or renamed file in the folder survive a power loss. */
    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
