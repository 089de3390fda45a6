package org.portcullis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.journal.JournalFixture.records;
import static org.portcullis.journal.JournalFixture.rewrite;
import static org.portcullis.journal.JournalFixture.segments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VerificationTest {

    private static final int COUNT = 20;

    @TempDir
    Path folder;

    private List<Path> segments;
    private byte[] first;
    private List<int[]> records;
    private int[] header;
    private int[] trailer;

    @BeforeEach
    void write() throws IOException {
        JournalFixture.write(folder, COUNT);
        segments = segments(folder);
        first = Files.readAllBytes(segments.get(0));
        records = records(first);
        header = new int[] {0, 48};
        trailer = new int[] {records.get(records.size() - 1)[1], first.length};
    }

    @Test
    void an_untouched_journal_is_sound() {
        assertThat(segments.size()).isGreaterThan(2);
        assertThat(Verification.of(folder)).isInstanceOfSatisfying(Verification.Sound.class, sound -> {
            assertThat(sound.records()).isEqualTo(COUNT);
            assertThat(sound.segments()).isEqualTo(segments.size());
            assertThat(sound.head()).isEqualTo(JournalReader.tail(folder, 1).get(0).head());
            assertThat(sound.tornBytes()).isZero();
        });
    }

    @Test
    void every_single_flipped_bit_of_every_segment_is_found_and_the_record_that_holds_it_is_named() throws IOException {
        long before = 0;
        for (Path segment : segments) {
            byte[] original = Files.readAllBytes(segment);
            List<int[]> ranges = records(original);
            for (int position = 0; position < original.length; position++) {
                byte[] damaged = original.clone();
                damaged[position] ^= (byte) (1 << position % 8);
                Files.write(segment, damaged);
                int at = position;
                long inside = ranges.stream().filter(range -> range[1] <= at).count();
                boolean inHeader = position < 48;
                long expected = before + 1 + (inHeader ? 0 : inside);
                assertThat(Verification.of(folder)).as("byte %d of %s", position, segment.getFileName())
                        .isInstanceOfSatisfying(Verification.Broken.class, broken -> {
                            assertThat(broken.file()).isEqualTo(segment.getFileName().toString());
                            assertThat(broken.sequence()).isEqualTo(expected);
                        });
            }
            Files.write(segment, original);
            before += ranges.size();
        }
    }

    @Test
    void a_removed_record_is_named() throws IOException {
        rewrite(segments.get(0), first, header, records.get(0), records.get(2),
                new int[] {records.get(3)[0], first.length});
        assertBroken(0, records.get(1)[0], 2, "expected record 2, found record 3");
    }

    @Test
    void two_swapped_records_are_named() throws IOException {
        rewrite(segments.get(0), first, header, records.get(0), records.get(2), records.get(1),
                new int[] {records.get(3)[0], first.length});
        assertBroken(0, records.get(1)[0], 2, "expected record 2, found record 3");
    }

    @Test
    void a_repeated_record_is_named() throws IOException {
        rewrite(segments.get(0), first, header, records.get(0), records.get(0),
                new int[] {records.get(1)[0], first.length});
        assertBroken(0, records.get(1)[0], 2, "expected record 2, found record 1");
    }

    @Test
    void a_record_cut_in_the_middle_of_the_journal_is_named() throws IOException {
        int[] last = records.get(records.size() - 1);
        rewrite(segments.get(0), first, new int[] {0, last[1] - 5});
        assertBroken(0, last[0], records.size(), "the record is cut");
    }

    @Test
    void records_removed_before_the_trailer_of_a_finished_segment_are_named() throws IOException {
        int[] last = records.get(records.size() - 1);
        rewrite(segments.get(0), first, new int[] {0, last[0]}, trailer);
        assertBroken(0, last[0], records.size(), "the trailer does not match");
    }

    @Test
    void a_finished_segment_without_its_trailer_is_named() throws IOException {
        rewrite(segments.get(0), first, new int[] {0, trailer[0]});
        assertBroken(0, trailer[0], records.size() + 1, "without its trailer");
    }

    @Test
    void a_removed_segment_is_named() throws IOException {
        Files.delete(segments.get(1));
        assertBroken(2, 0, records.size() + 1, "expected the segment that begins with record " + (records.size() + 1));
    }

    @Test
    void the_oldest_segment_removed_is_named() throws IOException {
        Files.delete(segments.get(0));
        assertBroken(1, 0, 1, "expected the segment that begins with record 1");
    }

    @Test
    void two_swapped_segments_are_named() throws IOException {
        byte[] second = Files.readAllBytes(segments.get(1));
        Files.write(segments.get(0), second);
        Files.write(segments.get(1), first);
        assertBroken(0, 0, 1, "found one that begins with " + (records.size() + 1));
    }

    @Test
    void whole_records_removed_at_the_end_are_missed() throws IOException {
        Path last = segments.get(segments.size() - 1);
        byte[] bytes = Files.readAllBytes(last);
        List<int[]> ranges = records(bytes);
        rewrite(last, bytes, new int[] {0, ranges.get(ranges.size() - 1)[0]});
        assertThat(Verification.of(folder)).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
            assertThat(broken.sequence()).isEqualTo(COUNT);
            assertThat(broken.what()).contains("HEAD knows " + COUNT + ", the last one is " + (COUNT - 1));
        });
    }

    @Test
    void the_whole_last_segment_removed_is_missed() throws IOException {
        Files.delete(segments.get(segments.size() - 1));
        assertThat(Verification.of(folder)).isInstanceOfSatisfying(Verification.Broken.class,
                broken -> assertThat(broken.what()).contains("HEAD knows " + COUNT));
    }

    @Test
    void an_acknowledged_last_record_cut_in_half_is_no_crash_but_damage() throws IOException {
        Path last = segments.get(segments.size() - 1);
        byte[] bytes = Files.readAllBytes(last);
        rewrite(last, bytes, new int[] {0, bytes.length - 1});
        assertThat(Verification.of(folder)).isInstanceOfSatisfying(Verification.Broken.class,
                broken -> assertThat(broken.sequence()).isEqualTo(COUNT));
    }

    @Test
    void a_missing_head_is_named() throws IOException {
        Files.delete(folder.resolve("HEAD"));
        assertThat(Verification.of(folder)).isInstanceOfSatisfying(Verification.Broken.class,
                broken -> assertThat(broken.file()).isEqualTo("HEAD"));
    }

    @Test
    void a_journal_rewritten_with_new_hashes_does_not_match_its_head(@TempDir Path other) throws IOException {
        try (Journal forged = Journal.open(other, JournalFixture.SMALL_SEGMENT_BYTES, JournalFixture.CLOCK)) {
            for (int i = 1; i <= COUNT; i++) {
                forged.append("market.bar", 1_000L * i, ("item+" + i).getBytes());
            }
        }
        for (Path segment : segments) {
            Files.copy(other.resolve(segment.getFileName()), segment,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(Verification.of(folder)).isInstanceOfSatisfying(Verification.Broken.class,
                broken -> assertThat(broken.what()).contains("HEAD knows another hash"));
    }

    private void assertBroken(int segment, long offset, long sequence, String what) {
        assertThat(Verification.of(folder)).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
            assertThat(broken.file()).isEqualTo(segments.get(segment).getFileName().toString());
            assertThat(broken.byteOffset()).isEqualTo(offset);
            assertThat(broken.sequence()).isEqualTo(sequence);
            assertThat(broken.what()).contains(what);
        });
    }
}
