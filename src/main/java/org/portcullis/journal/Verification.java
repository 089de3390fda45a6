package org.portcullis.journal;

import java.nio.file.Path;

import org.portcullis.journal.adapter.file.SegmentVerifier;

/** What a verification found. */
public sealed interface Verification {

    /**
     * Verifies the journal in {@code folder} from its first record on; it may be in use.
     *
     * @throws java.io.UncheckedIOException when the folder or a file cannot be read
     */
    static Verification of(Path folder) {
        return SegmentVerifier.verify(folder);
    }

    /**
     * Every record is as it was written, and none is missing.
     *
     * @param records how many there are
     * @param segments in how many files
     * @param head the last record
     * @param tornBytes bytes of a record that a crash cut off before it was ever acknowledged; the next start moves
     *     them aside
     */
    record Sound(long records, int segments, JournalHead head, long tornBytes) implements Verification {
    }

    /**
     * Something was changed; everything before the named place is sound.
     *
     * @param file name of the file in the journal's folder
     * @param byteOffset where in the file the bad record begins
     * @param sequence number of the first bad or missing record
     * @param what what is wrong, with what was expected and what was found
     */
    record Broken(String file, long byteOffset, long sequence, String what) implements Verification {

        @Override
        public String toString() {
            return file + " at byte " + byteOffset + ", record " + sequence + ": " + what;
        }
    }
}
