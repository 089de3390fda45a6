package org.portcullis.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.store.StoreAddress;
import org.portcullis.engine.store.TestDatabase;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class JournalCommandsTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final JournalCommands commands = new JournalCommands(
            new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(errors, true, StandardCharsets.UTF_8));

    @Test
    void a_sound_journal_and_audit_trail_give_zero() {
        JournalFixture.write(folder, 20);
        assertThat(commands.verify(List.of(folder), TestDatabase.fresh().address())).isZero();
        assertThat(out.toString()).contains("sound, 20 records").contains("audit trail: sound, 0 entries in 0 chains");
    }

    @Test
    void a_broken_journal_gives_one_and_names_file_byte_and_record() throws IOException {
        JournalFixture.write(folder, 20);
        Path segment = JournalFixture.segments(folder).get(1);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 4;
        Files.write(segment, bytes);
        assertThat(commands.verify(List.of(folder), null)).isEqualTo(1);
        assertThat(out.toString()).containsPattern(segment.getFileName() + " at byte \\d+, record \\d+: ");
    }

    @Test
    void what_cannot_be_read_gives_two_and_one_line() {
        assertThat(commands.verify(List.of(folder.resolve("absent")), null)).isEqualTo(2);
        StoreAddress nowhere = new StoreAddress("jdbc:postgresql://localhost:1/x", "u", "p", "u", "p");
        assertThat(commands.verify(List.of(), nowhere)).isEqualTo(2);
        assertThat(commands.export(folder.resolve("absent"), 1)).isEqualTo(2);
        assertThat(errors.toString().lines()).hasSize(3).allMatch(line -> !line.isBlank());
    }

    @Test
    void the_export_is_one_json_object_a_line() throws IOException {
        try (Journal journal = Journal.open(folder, JournalFixture.CLOCK)) {
            journal.append("market.bar", 7, "{\"close\":\"1\"}".getBytes(StandardCharsets.UTF_8));
            journal.append("raw", 8, new byte[] {(byte) 0xff, 0});
        }
        assertThat(commands.export(folder, 1)).isZero();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        ObjectMapper json = new ObjectMapper();
        Map<?, ?> first = json.readValue(lines.get(0), Map.class);
        assertThat(first.get("sequence")).isEqualTo(1);
        assertThat(first.get("event_time_ms")).isEqualTo(7);
        assertThat(first.get("body")).isEqualTo("{\"close\":\"1\"}");
        assertThat(json.readValue(lines.get(1), Map.class).get("body_base64")).isEqualTo("/wA=");
        assertThat(lines).hasSize(2);
    }

    @Test
    void the_export_stops_at_a_broken_record_with_one() throws IOException {
        JournalFixture.write(folder, 20);
        Path segment = JournalFixture.segments(folder).get(1);
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 4;
        Files.write(segment, bytes);
        assertThat(commands.export(folder, 1)).isEqualTo(1);
        assertThat(errors.toString()).contains(segment.getFileName().toString());
    }
}
