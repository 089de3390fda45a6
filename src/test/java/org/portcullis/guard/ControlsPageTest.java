package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Reads docs/controls.md: it names only what is there, and what it claims can be found by its id. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ControlsPageTest {

    private static final Path DOCS = Path.of("docs");
    private static final Path PAGE = DOCS.resolve("controls.md");
    private static final Pattern ID = Pattern.compile("(B-R|D)\\d+");
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
    private static final Pattern NAMED = Pattern.compile("@DisplayName\\((.*?)\\)\\s*\\n", Pattern.DOTALL);

    private static List<String[]> rows(int cells) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            String[] row = line.split("\\|", -1);
            if (line.startsWith("| ") && row.length == cells + 2 && !row[1].isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<Path> linked(String cell) {
        List<Path> files = new ArrayList<>();
        Matcher link = LINK.matcher(cell);
        while (link.find()) {
            files.add(DOCS.resolve(link.group(1)).normalize());
        }
        return files;
    }

    private static boolean stands(String id, String text) {
        return Pattern.compile("\\b" + id + "\\b").matcher(text).find();
    }

    @Test
    @DisplayName("every control names a rule or code and a test that exist and bear its id")
    void every_control_can_be_found_by_its_id() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String[] row : rows(6)) {
            String id = row[1].strip();
            if (!ID.matcher(id).matches()) {
                continue;
            }
            ids.add(id);
            List<Path> kept = linked(row[4] + row[5]);
            List<Path> tests = linked(row[6]);
            assertThat(kept).as(id).isNotEmpty().allSatisfy(file -> assertThat(file).exists());
            assertThat(tests).as(id).isNotEmpty().allSatisfy(file -> assertThat(file).exists());
            assertThat(kept).as("%s in rule or code", id).anyMatch(file -> stands(id, read(file)));
            assertThat(tests).as("%s in the name of a test", id).allMatch(file -> NAMED.matcher(read(file)).results()
                    .anyMatch(name -> stands(id, name.group(1))));
        }
        assertThat(ids).hasSizeGreaterThanOrEqualTo(17);
    }

    @Test
    void every_article_refers_to_controls_of_the_page() throws IOException {
        Set<String> ids = new TreeSet<>();
        rows(6).forEach(row -> ids.add(row[1].strip()));
        List<String[]> articles = rows(3).stream().filter(row -> row[1].contains("Art.") || row[1].contains("15c3"))
                .toList();
        assertThat(articles).hasSizeGreaterThanOrEqualTo(8);
        for (String[] article : articles) {
            assertThat(ids).as(article[1]).containsAll(List.of(article[3].strip().split(", ")));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
