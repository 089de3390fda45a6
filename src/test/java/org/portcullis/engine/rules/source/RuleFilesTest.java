package org.portcullis.engine.rules.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where rules may lie: containers hand folders over as links, and turn a link to bring new files in at once. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleFilesTest {

    private static final int BYTES_MAX = 1 << 20;

    @TempDir
    Path folder;

    private Path rules(String name, String text) throws IOException {
        Path risk = Files.createDirectories(folder.resolve(name).resolve("risk"));
        Files.writeString(risk.resolve("caps.drl"), text);
        return folder.resolve(name);
    }

    @Test
    void a_link_to_a_folder_is_read_as_the_folder_is() throws IOException {
        Path real = rules("one", "package a;");
        Path link = Files.createSymbolicLink(folder.resolve("rules"), real);
        assertThat(new RuleFiles(link, BYTES_MAX).read()).containsOnlyKeys("risk")
                .isEqualTo(new RuleFiles(real, BYTES_MAX).read());
    }

    @Test
    void a_link_that_is_turned_brings_the_other_folders_files() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("rules"), rules("one", "package a;"));
        RuleFiles files = new RuleFiles(link, BYTES_MAX);
        String before = files.stamp();
        Files.delete(link);
        Files.createSymbolicLink(link, rules("two", "package b;"));
        assertThat(files.stamp()).isNotEqualTo(before)
                .isEqualTo(new RuleFiles(folder.resolve("two"), BYTES_MAX).stamp());
    }

    @Test
    void a_folder_mounted_as_containers_do_is_read_once_and_through_its_links() throws IOException {
        Path real = rules("..2026_11_22", "package a;");
        Path mounted = real.getParent();
        Files.createSymbolicLink(mounted.resolve("..data"), real.getFileName());
        Files.createSymbolicLink(mounted.resolve("risk"), Path.of("..data/risk"));
        assertThat(new RuleFiles(mounted, BYTES_MAX).read()).isEqualTo(new RuleFiles(real, BYTES_MAX).read())
                .containsOnlyKeys("risk");
    }

    @Test
    void a_rule_file_that_leads_nowhere_is_a_problem_of_its_folder_and_not_a_rule_less() throws IOException {
        Path rules = rules("rules", "package a;");
        Files.createSymbolicLink(rules.resolve("risk/depth.drl"), folder.resolve("gone.drl"));
        assertThat(new RuleFiles(rules, BYTES_MAX).read().get("risk").problems()).singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("risk/depth.drl", "cannot be read"));
    }

    @Test
    void drafts_and_locks_that_editors_keep_hidden_are_not_read() throws IOException {
        Path rules = rules("rules", "package a;");
        Files.writeString(rules.resolve("risk/.caps.drl"), "half a dra");
        Files.createSymbolicLink(rules.resolve("risk/.#caps.drl"), Path.of("somebody@somewhere.1234"));
        assertThat(new RuleFiles(rules, BYTES_MAX).read().get("risk").files()).hasSize(1);
    }

    @Test
    void a_link_that_leads_nowhere_is_named() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("rules"), folder.resolve("gone"));
        assertThatThrownBy(new RuleFiles(link, BYTES_MAX)::read).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no such rules folder").hasMessageContaining(link.toString());
    }
}
