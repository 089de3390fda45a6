package org.portcullis.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JournalTest {

    @TempDir
    Path folder;

    @Test
    void what_was_appended_is_read_back_in_order_with_all_its_fields() {
        JournalFixture.write(folder, 20);
        List<JournalRecord> records = read(1);
        assertThat(records).extracting(JournalRecord::sequence)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).mapToObj(i -> (long) i).toList());
        JournalRecord seventh = records.get(6);
        assertThat(seventh.stream()).isEqualTo("market.bar");
        assertThat(seventh.eventTimeMs()).isEqualTo(7_000);
        assertThat(seventh.receiveTimeMs()).isEqualTo(1_700_000_000_000L);
        assertThat(seventh.text()).isEqualTo("item-7");
    }

    @Test
    void reading_begins_at_any_record_and_the_tail_is_the_last_ones() {
        JournalFixture.write(folder, 20);
        for (int from = 1; from <= 20; from++) {
            assertThat(read(from)).hasSize(21 - from)
                    .first().extracting(JournalRecord::sequence).isEqualTo((long) from);
        }
        assertThat(read(21)).isEmpty();
        assertThat(JournalReader.lastSequence(folder)).isEqualTo(20);
        assertThat(JournalReader.tail(folder, 3)).extracting(JournalRecord::text)
                .containsExactly("item-18", "item-19", "item-20");
        assertThat(JournalReader.tail(folder, 50)).hasSize(20);
    }

    @Test
    void a_reopened_journal_continues_the_numbers_and_the_chain() {
        for (int count = 1; count <= 30; count++) {
            try (Journal journal = Journal.open(folder, JournalFixture.SMALL_SEGMENT_BYTES, JournalFixture.CLOCK)) {
                assertThat(journal.append("s", 0, new byte[count])).isEqualTo(count);
            }
        }
        assertThat(Verification.of(folder)).isInstanceOfSatisfying(Verification.Sound.class,
                sound -> assertThat(sound.records()).isEqualTo(30));
    }

    @Test
    void an_empty_journal_is_sound_and_empty() {
        Journal.open(folder, JournalFixture.CLOCK).close();
        assertThat(Verification.of(folder))
                .isEqualTo(new Verification.Sound(0, 1, JournalHead.NONE, 0));
        assertThat(JournalReader.tail(folder, 5)).isEmpty();
        assertThat(JournalReader.lastSequence(folder)).isZero();
    }

    @Test
    void bodies_may_be_empty_longer_than_the_buffer_and_as_long_as_the_limit_but_no_longer() {
        int longest = 16 * 1024 * 1024 - (8 + 8 + 8 + 2) - 1 - 32;
        try (Journal journal = Journal.open(folder, JournalFixture.CLOCK)) {
            journal.append("s", 0, new byte[0]);
            journal.append("s", 0, new byte[3_000_000]);
            journal.append("s", 0, new byte[longest]);
            assertThatThrownBy(() -> journal.append("s", 0, new byte[longest + 1]))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("too long");
            assertThatThrownBy(() -> journal.append("", 0, new byte[1])).isInstanceOf(IllegalArgumentException.class);
            assertThat(journal.sync()).isEqualTo(3);
        }
        assertThat(read(1)).extracting(record -> record.body().length).containsExactly(0, 3_000_000, longest);
        assertThat(Verification.of(folder)).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void a_batch_lies_next_to_each_other() {
        try (Journal journal = Journal.open(folder, JournalFixture.CLOCK)) {
            assertThat(journal.append("s", 5, List.of("a".getBytes(), "b".getBytes(), "c".getBytes()))).isEqualTo(3);
            assertThat(journal.sync()).isEqualTo(3);
            assertThat(read(1)).extracting(JournalRecord::text).containsExactly("a", "b", "c");
        }
    }

    @Test
    void a_second_writer_is_refused_and_may_write_after_the_first_closed() {
        try (Journal journal = Journal.open(folder, JournalFixture.CLOCK)) {
            journal.append("s", 0, new byte[1]);
            assertThatThrownBy(() -> Journal.open(folder, JournalFixture.CLOCK))
                    .isInstanceOf(IllegalStateException.class).hasMessageContaining("journal.lock is held");
        }
        Journal second = Journal.open(folder, JournalFixture.CLOCK);
        second.close();
        second.close();
        assertThatThrownBy(() -> second.append("s", 0, new byte[1])).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void many_threads_append_and_sync_and_every_record_is_there_once() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try (Journal journal = Journal.open(folder, 20_000, JournalFixture.CLOCK)) {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int w = 0; w < 8; w++) {
                String name = "writer-" + w;
                writers.add(() -> {
                    for (int i = 0; i < 200; i++) {
                        long sequence = journal.append(name, i, (name + ":" + i).getBytes(StandardCharsets.UTF_8));
                        assertThat(journal.sync()).isGreaterThanOrEqualTo(sequence);
                    }
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(writers)) {
                done.get();
            }
        } finally {
            pool.shutdown();
        }
        assertThat(Verification.of(folder)).isInstanceOf(Verification.Sound.class);
        assertThat(read(1)).hasSize(1_600).extracting(JournalRecord::text).doesNotHaveDuplicates();
    }

    @Test
    void what_a_crash_cut_off_before_it_was_acknowledged_is_moved_aside_and_kept() throws IOException {
        JournalFixture.write(folder, 3);
        Path segment = JournalFixture.segments(folder).get(0);
        byte[] whole = Files.readAllBytes(segment);
        byte[] half = new byte[] {0, 0, 0, 90, 1, 2, 3};
        Files.write(segment, half, StandardOpenOption.APPEND);
        assertThat(Verification.of(folder)).isInstanceOfSatisfying(Verification.Sound.class,
                sound -> assertThat(sound.tornBytes()).isEqualTo(half.length));
        assertThat(read(1)).hasSize(3);

        try (Journal journal = Journal.open(folder, JournalFixture.CLOCK)) {
            assertThat(journal.append("s", 0, new byte[1])).isEqualTo(4);
        }
        assertThat(Verification.of(folder)).isInstanceOfSatisfying(Verification.Sound.class, sound -> {
            assertThat(sound.records()).isEqualTo(4);
            assertThat(sound.tornBytes()).isZero();
        });
        assertThat(folder.resolve(segment.getFileName() + "-" + whole.length + ".torn")).hasBinaryContent(half);
    }

    @Test
    void a_tail_of_zeros_after_a_power_loss_is_moved_aside() throws IOException {
        JournalFixture.write(folder, 3);
        Files.write(JournalFixture.segments(folder).get(0), new byte[500], StandardOpenOption.APPEND);
        try (Journal journal = Journal.open(folder, JournalFixture.CLOCK)) {
            assertThat(journal.lastSequence()).isEqualTo(3);
        }
        assertThat(Verification.of(folder)).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void a_journal_whose_acknowledged_end_is_missing_is_not_continued() throws IOException {
        JournalFixture.write(folder, 3);
        Path segment = JournalFixture.segments(folder).get(0);
        byte[] bytes = Files.readAllBytes(segment);
        Files.write(segment, Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> Journal.open(folder, JournalFixture.CLOCK))
                .isInstanceOfSatisfying(JournalBroken.class, e -> assertThat(e.broken().sequence()).isEqualTo(3))
                .hasMessageContaining("HEAD knows records up to 3, the last whole one is 2");
        assertThat(Files.size(segment)).isEqualTo(bytes.length - 1L);
    }

    @Test
    void a_record_changed_in_the_last_segment_stops_the_next_open_and_the_reader() throws IOException {
        JournalFixture.write(folder, 3);
        Path segment = JournalFixture.segments(folder).get(0);
        byte[] bytes = Files.readAllBytes(segment);
        int[] second = JournalFixture.records(bytes).get(1);
        bytes[second[1] - 33] ^= 1;
        Files.write(segment, bytes);
        assertThatThrownBy(() -> Journal.open(folder, JournalFixture.CLOCK)).isInstanceOf(JournalBroken.class);
        assertThatThrownBy(() -> read(1)).isInstanceOfSatisfying(JournalBroken.class,
                e -> assertThat(e.broken().sequence()).isEqualTo(2));
    }

    @Test
    void two_hundred_thousand_small_records_synced_by_thousands_are_all_there_in_their_order() {
        byte[] body = new byte[100];
        long count = 200_000;
        try (Journal journal = Journal.open(folder, JournalFixture.CLOCK)) {
            for (long i = 1; i <= count; i++) {
                journal.append("many", i, body);
                if (i % 1_000 == 0) {
                    journal.sync();
                }
            }
        }
        long next = 1;
        try (JournalReader reader = JournalReader.from(folder, 1)) {
            while (reader.hasNext()) {
                assertThat(reader.next().sequence()).isEqualTo(next++);
            }
        }
        assertThat(next).isEqualTo(count + 1);
    }

    private List<JournalRecord> read(long from) {
        List<JournalRecord> records = new ArrayList<>();
        try (JournalReader reader = JournalReader.from(folder, from)) {
            reader.forEachRemaining(records::add);
        }
        return records;
    }
}
