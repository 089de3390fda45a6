package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A file fits on a few screens and a method on one. Exceptions stand in {@code sizes.ratchet}, one {@code key = size}
 * per
 * line; the list may only shrink: an entry that is larger than needed, or no longer needed, fails the build.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SizesTest {

    private static final int FILE_LINES_MAX = 300;
    private static final int METHOD_LINES_MAX = 40;
    /** A test may hold a table of cases. */
    private static final int TEST_METHOD_LINES_MAX = 60;
    private static final int LINE_CHARACTERS_MAX = 120;
    /** How many exceptions are left; only ever lowered. */
    private static final int EXCEPTIONS_MAX = 0;
    private static final Path RATCHET = Repository.HERE.resolve("src/test/resources/guard/sizes.ratchet");

    @Test
    void files_methods_and_lines_are_short_and_hold_no_tabs() {
        assertThat(against(RATCHET, oversizes("src/main/java", "src/test/java", "rules", "routes"))).isEmpty();
    }

    @Test
    void the_list_of_exceptions_only_shrinks() {
        assertThat(ratchet(RATCHET)).as("lower EXCEPTIONS_MAX with every exception that goes").hasSize(EXCEPTIONS_MAX);
    }

    @ParameterizedTest
    @CsvSource({"TooLong.java,lines; split", "LongMethod.java#wanders,lines; a method", "Wide.java:3,characters",
        "Tabbed.java:3,tab"})
    void each_oversize_is_named_with_the_way_out(String key, String sentence) {
        assertThat(against(Path.of("missing"), sizes(Repository.sample("sizes"))))
                .anySatisfy(fault -> assertThat(fault).contains(key).contains(sentence));
    }

    @Test
    void an_exception_that_is_too_generous_or_no_longer_needed_fails() {
        assertThat(against(Repository.sample("sizes").resolve("generous.ratchet"), sizes(Repository.sample("sizes"))))
                .anyMatch(fault -> fault.contains("TooLong.java is 301 now"))
                .anyMatch(fault -> fault.contains("Gone.java"));
    }

    private static Map<String, Oversize> oversizes(String... folders) {
        Map<String, Oversize> all = new TreeMap<>();
        for (String folder : folders) {
            all.putAll(sizes(Repository.HERE.resolve(folder)));
        }
        return all;
    }

    private static Map<String, Oversize> sizes(Path folder) {
        Map<String, Oversize> found = new TreeMap<>();
        List<Path> files = Repository.files(folder, ".java", ".drl", ".camel.yaml");
        for (Path file : files) {
            String name = Repository.name(file);
            List<String> lines = Repository.text(file).lines().toList();
            note(found, name, lines.size(), FILE_LINES_MAX, " lines; split the file by what changes for one reason");
            lines(found, name, lines);
        }
        List<Path> java = files.stream().filter(file -> file.toString().endsWith(".java")).toList();
        for (JavaSource source : JavaSource.parse(java)) {
            source.methods().forEach(method -> note(found, Repository.name(source.file()) + "#" + method.name(),
                    method.lines(), source.file().toString().contains("Test.java") ? TEST_METHOD_LINES_MAX
                    : METHOD_LINES_MAX, " lines; a method fits on one screen, name its parts"));
        }
        return found;
    }

    /** Quoted blocks are exempt: an SQL statement or a model inside one cannot be broken. */
    private static void lines(Map<String, Oversize> found, String name, List<String> lines) {
        boolean quoted = false;
        for (int line = 0; line < lines.size(); line++) {
            boolean fence = lines.get(line).split("\"\"\"", -1).length % 2 == 0;
            quoted = quoted != fence;
            if (!quoted) {
                note(found, name + ":" + (line + 1), lines.get(line).length(), LINE_CHARACTERS_MAX,
                        " characters; break the line or shorten the thought");
            }
            if (lines.get(line).contains("\t")) {
                found.put(name + ":" + (line + 1), new Oversize(1, "a tab; use four spaces"));
            }
        }
    }

    private static void note(Map<String, Oversize> found, String key, long size, int max, String wayOut) {
        if (size > max) {
            found.put(key, new Oversize(size, size + wayOut + " (at most " + max + ")"));
        }
    }

    private static List<String> against(Path ratchet, Map<String, Oversize> found) {
        Map<String, Long> excused = ratchet(ratchet);
        List<String> faults = new ArrayList<>();
        found.forEach((key, oversize) -> {
            Long excuse = excused.remove(key);
            if (excuse == null || oversize.size() > excuse) {
                faults.add(key + " has " + oversize.sentence());
            } else if (oversize.size() < excuse) {
                faults.add(key + " is " + oversize.size() + " now; lower its entry in sizes.ratchet from " + excuse);
            }
        });
        excused.keySet().forEach(key -> faults.add(key + " needs no exception any more; remove it from sizes.ratchet"));
        return faults;
    }

    private static Map<String, Long> ratchet(Path file) {
        Map<String, Long> entries = new TreeMap<>();
        if (file.toFile().exists()) {
            Repository.text(file).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split("=");
                entries.put(parts[0].strip(), Long.parseLong(parts[1].strip()));
            });
        }
        return entries;
    }

    /** A size above its limit. */
    private record Oversize(long size, String sentence) {
    }
}
