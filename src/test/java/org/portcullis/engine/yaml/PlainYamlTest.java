package org.portcullis.engine.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.error.YAMLException;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlainYamlTest {

    private static final int EDITS = 4000;
    private static final String[] PIECES = {":", ": ", "-", "- ", "#", " #", "'", "\"", "{", "}", "[", "]", ",", ", ",
        "&a ", "*a", "!", "|", ">", "%", "@", "`", "?", "? ", "\t", "\n", "\n  ", "\n    ", " ", "  ", "---\n", "...",
        "\\", "\\n", "~", "null", "true", "0x1", "1e5", "\u00e9", "\u2028", "\uFEFF", "\u0000", "\r\n", "''", "\"\"",
        "a: b", "<<: x", "=", "-1", "-a", "/x", "\ud83d\ude00"};

    private static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @Test
    void the_files_that_every_command_reads_are_plain_and_read_as_by_any_reader() throws IOException {
        for (Path file : shipped()) {
            String text = Files.readString(file);
            YamlNode plain = PlainYaml.read(text);
            if (plain != null) {
                assertThat(plain).as("%s", file).isEqualTo(YamlTree.composed(text));
            }
        }
        for (String file : List.of("policy", "instruments", "strategies", "calendars/always", "calendars/cme-equity",
                "strategy/scoring", "strategy/ema-cross/strategy", "strategy/momentum-core/strategy")) {
            assertThat(PlainYaml.read(Files.readString(Path.of("rules", file + ".yaml")))).as(file).isNotNull();
        }
    }

    @Test
    void what_is_edited_in_any_way_is_read_the_same_or_not_at_all() throws IOException {
        long seed = Long.getLong("seed", 20261121);
        Random random = new Random(seed);
        List<Path> files = shipped();
        int read = 0;
        for (int i = 0; i < EDITS; i++) {
            String text = part(Files.readString(files.get(random.nextInt(files.size()))), random);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                text = edited(text, random);
            }
            YamlNode plain = PlainYaml.read(text);
            if (plain != null) {
                read++;
                assertThat(plain).as("seed %d, text:%n%s", seed, text).isEqualTo(anyReader(text));
            }
        }
        assertThat(read).isBetween(EDITS / 10, EDITS * 9 / 10);
    }

    /** A few lines, so that an edit meets what matters. */
    private static String part(String text, Random random) {
        List<String> lines = text.lines().toList();
        int from = random.nextInt(lines.size());
        int to = Math.min(lines.size(), from + 1 + random.nextInt(8));
        return String.join("\n", lines.subList(from, to)) + "\n";
    }

    private static String edited(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        String piece = PIECES[random.nextInt(PIECES.length)];
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + piece + text.substring(at);
            case 1 -> text.substring(0, at) + piece + text.substring(Math.min(text.length(), at + piece.length()));
            default -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(3)));
        };
    }

    private static Object anyReader(String text) {
        try {
            return String.valueOf(YamlTree.composed(text)).isEmpty() ? "nothing" : YamlTree.composed(text);
        } catch (YAMLException broken) {
            return broken;
        }
    }

    @Test
    void values_of_every_plain_form_are_read_with_their_lines() {
        String text = "# first\na:\n  b: 5\n  c-d: {x: 1.5, y: \"two, words\", z: [p, 'q', -3]} # said\n"
                + "e: \n- {k: v}\n- w  x\n";
        assertThat(PlainYaml.read(text)).isEqualTo(YamlTree.composed(text)).isNotNull();
        assertThat(((YamlNode.Table) PlainYaml.read(text)).entries()).extracting(each -> each.key().line(),
                each -> each.value().line()).containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, 3), org.assertj.core.groups.Tuple.tuple(5, 6));
    }

    @Test
    void what_takes_more_is_left_to_others() {
        for (String text : List.of("", "# nothing", "a: &x 1\nb: *x\n", "a: |\n  text\n", "a: 'it''s'\n",
                "a: \"\\n\"\n", "--- \na: 1\n", "a: 1\n b: 2\n", "a: one\n  two\n", "a: {b: 1,\n  c: 2}\n",
                "a:\n", "- a\nb: 1\n",
                "a: {b: 1\n", "a: b: c\n", "a: ~\n", "\"a\": 1\n", "a:\tb\n")) {
            assertThat(PlainYaml.read(text)).as(text).isNull();
        }
    }

    @Test
    void what_holds_itself_is_read_without_end_of_neither_time_nor_memory() {
        assertThat(YamlTree.of("a: &x [1, *x]\n")).isInstanceOf(YamlNode.Table.class);
    }
}
