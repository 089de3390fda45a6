package org.portcullis.engine.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class YamlTableTest {

    private static final int FILES = 3000;
    private static final String[] NAMES = {"some-name", "count", "share", "price", "wanted", "set", "list", "part",
        "parts", "day", "week", "any", "unknown", "someName"};
    private static final String[] VALUES = {"word", "two words", "5", "-5", "0", "-0", "007", "1.5", "0.10", "-0.5",
        "1.", ".5", "1e3", "1_000", "12345678901", "1234567890123456789", "+3", "0x1F", "true", "True", "false", "yes",
        "no", "off", "null", "~", "''", "\"\"", "\"5\"", "'true'", "\"a, b\"", "[]", "[a]", "[a, 5, a]", "[1, 2]",
        "[true, b]", "{}", "{a: 1}", "{name: x, days: 5}", "{name: x}", "[{name: x, days: 5}]", "2024-02-29",
        "2024-02-30", "\"2024-01-01\"", "12:30", "\"12:30\"", "{day: monday, opens: \"10:00\"}", "{opens: x}",
        "Word", "/a/b", "2h", "5m", "{a: {b: [1, x, 2.5]}}", "[", "a: b", "&x 1", "# none", "é"};

    private static final Map<String, List<String>> FITTING = Map.of(
            "some-name", List.of("word", "two words", "5", "2024-02-29", "\"a, b\"", "''", "/a/b", "1.50"),
            "count", List.of("0", "5", "-5", "123456789"), "share", List.of("1.5", "0.10", "-0.5", "7", "0"),
            "price", List.of("0.00000001", "1.50", "12", "-3"), "wanted", List.of("true", "false"),
            "set", List.of("[]", "[a]", "[b, a, b]", "[1, x]"), "list", List.of("[]", "[a, 5, a]", "['x y', z]"),
            "part", List.of("{name: x, days: 5}"), "parts", List.of("[{name: x, days: 5}, {days: 1, name: 2}]"),
            "any", List.of("word", "5", "1.5", "\"5\"", "{a: {b: [1, x, 2.5]}}", "[]", "{}"));

    @TempDir
    Path folder;

    record Part(String name, int days) {
    }

    record Day(LocalDate date) {
        @JsonCreator
        static Day of(String text) {
            return new Day(LocalDate.parse(text));
        }
    }

    record Week(String day, @Nullable String opens) {
        @JsonCreator
        static Week of(@JsonProperty(value = "day", required = true) String day,
                @JsonProperty("opens") @Nullable String opens) {
            return new Week(day.toUpperCase(java.util.Locale.ROOT), opens);
        }
    }

    record Shape(@JsonProperty @Nullable String someName, @JsonProperty @Nullable Integer count,
            @JsonProperty @Nullable Double share,
            @JsonProperty @Nullable BigDecimal price, @JsonProperty @Nullable Boolean wanted,
            @JsonProperty @Nullable Set<String> set, @JsonProperty @Nullable List<String> list,
            @JsonProperty @Nullable Part part, @JsonProperty @Nullable List<Part> parts,
            @JsonProperty @Nullable Day day, @JsonProperty @Nullable Week week, @JsonProperty @Nullable Object any) {
    }

    record Numbers(@JsonProperty int count, @JsonProperty double share, @JsonProperty boolean wanted,
            BigDecimal price) {
    }

    record Needed(String text, int count, @JsonProperty @Nullable String more) {
    }

    static final class Loose extends LinkedHashMap<String, Object> {
        private static final long serialVersionUID = 1L;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("some.yaml"), text);
    }

    private static Object outcome(Supplier<Map<String, ?>> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static <S> BiFunction<String, S, Object> word() {
        return (name, shape) -> {
            if (name.equals("refused")) {
                throw new IllegalArgumentException("is no word: " + shape);
            }
            return shape;
        };
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder("# said\n");
        if (random.nextInt(30) == 0) {
            text.append("other:\n  x: {a: 1}\n");
        }
        text.append("things:\n");
        for (int i = random.nextInt(3); i >= 0; i--) {
            boolean block = random.nextBoolean();
            text.append("  ").append(random.nextInt(12) == 0 ? "refused" : random.nextInt(20) == 0 ? "a" : "n" + i)
                    .append(block ? ":\n" : ": {");
            for (int fields = 1 + random.nextInt(3), each = 0; each < fields; each++) {
                String name = NAMES[random.nextInt(NAMES.length)];
                List<String> fitting = random.nextInt(4) == 0 ? List.of() : FITTING.getOrDefault(name, List.of());
                String field = name + ": " + (fitting.isEmpty() ? value(random)
                        : fitting.get(random.nextInt(fitting.size())));
                text.append(block ? "    " + field + "\n" : (each == 0 ? "" : ", ") + field);
            }
            text.append(block ? "" : "}\n");
        }
        return text.toString();
    }

    private static String value(Random random) {
        return VALUES[random.nextInt(VALUES.length)];
    }

    @Test
    void every_file_is_read_as_the_mapper_reads_it_or_refused_in_the_same_words() throws IOException {
        long seed = Long.getLong("seed", 20261121);
        Random random = new Random(seed);
        int plain = 0;
        for (int i = 0; i < FILES; i++) {
            String text = random(random);
            Path file = file(text);
            Object shaped = outcome(() -> YamlTable.read(file, "things", Shape.class, word()));
            assertThat(shaped).as("seed %d, text:%n%s", seed, text)
                    .isEqualTo(outcome(() -> YamlTable.readByMapper(file, "things", Shape.class, word())));
            assertThat(outcome(() -> YamlTable.section(file, "things", Set.of("things", "other"), Loose.class, word())))
                    .as("seed %d, text:%n%s", seed, text).isEqualTo(outcome(() -> YamlTable.sectionByMapper(file,
                            "things", Set.of("things", "other"), Loose.class, word())));
            String numbers = "things:\n  a: {count: " + value(random) + ", share: " + value(random) + ", price: "
                    + value(random) + (random.nextBoolean() ? ", wanted: true" : "") + "}\n";
            Path second = file(numbers);
            assertThat(outcome(() -> YamlTable.read(second, "things", Numbers.class, word())))
                    .as("seed %d, text:%n%s", seed, numbers)
                    .isEqualTo(outcome(() -> YamlTable.readByMapper(second, "things", Numbers.class, word())));
            file(text);
            plain += PlainTable.read(file, "things", Set.of("things"), Shape.class) == null ? 0 : 1;
        }
        assertThat(plain).isBetween(FILES / 10, FILES * 9 / 10);
    }

    @Test
    void a_needed_field_that_is_missing_and_a_word_that_is_refused_are_told_with_their_lines() throws IOException {
        Path missing = file("things:\n  a: {text: x, count: 1}\n  b: {text: x}\n");
        assertThatThrownBy(() -> YamlTable.read(missing, "things", Needed.class, word()))
                .hasMessage(missing + ":3: count is missing; add it, or mend a misspelled key");
        Path refused = file("things:\n  a: {text: x, count: 1}\n\n  refused: {text: x, count: 2}\n");
        assertThat(PlainTable.read(refused, "things", Set.of("things"), Needed.class)).isNotNull();
        assertThatThrownBy(() -> YamlTable.read(refused, "things", Needed.class, word()))
                .hasMessageStartingWith(refused + ":4: refused: is no word");
    }

    @Test
    void a_name_given_twice_is_refused_wherever_it_stands() throws IOException {
        Path file = file("things:\n  a: {text: x, count: 1}\nother:\n  b: 1\n  b: 2\n");
        assertThatThrownBy(() -> YamlTable.section(file, "things", Set.of("things", "other"), Needed.class, word()))
                .hasMessageContaining(":5: ").hasMessageContaining("Duplicate");
    }

    @Test
    void a_section_that_is_not_there_has_no_entries() throws IOException {
        Path file = file("other:\n  b: 1\n");
        assertThat(YamlTable.section(file, "things", Set.of("things", "other"), Needed.class, word())).isEmpty();
        assertThatThrownBy(() -> YamlTable.read(file, "things", Needed.class, word()))
                .hasMessage(file + ":1: the file must begin with things: and named entries below it");
    }
}
