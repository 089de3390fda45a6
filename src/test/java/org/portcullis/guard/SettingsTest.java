package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.Parameter;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyBroken;

/** Every setting says what it means; {@code docs/settings.md} is made from where it is declared. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingsTest {

    private static final Path DOCUMENT = Repository.HERE.resolve("docs/settings.md");
    private static final Path SOURCES = Repository.HERE.resolve("src/main/java");
    private static final Path POLICY = Repository.HERE.resolve("rules/policy.yaml");

    @Test
    void the_document_lists_every_parameter_of_the_policy() {
        GeneratedText.check(DOCUMENT, "policy", policy(POLICY));
    }

    @Test
    void the_document_lists_what_each_profile_changes() {
        GeneratedText.check(DOCUMENT, "profiles", profiles(POLICY));
    }

    @Test
    void the_document_lists_every_group_of_settings() {
        GeneratedText.check(DOCUMENT, "groups", "| key | default | meaning |\n|---|---|---|\n"
                + JavaSettings.members(SOURCES).stream()
                        .map(member -> "| `%s` | %s | %s |".formatted(member.key(), member.fallback(),
                                member.meaning()))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void every_setting_says_what_it_means() {
        assertThat(undocumented(SOURCES, DOCUMENT)).isEmpty();
    }

    @Test
    void a_setting_without_a_meaning_is_named() {
        Path samples = Repository.sample("settings");
        assertThat(undocumented(samples, samples.resolve("settings.md")))
                .anyMatch(fault -> fault.contains("portcullis.sample.silent-after"))
                .anyMatch(fault -> fault.contains("portcullis.unheard-of"))
                .noneMatch(fault -> fault.contains("portcullis.sample.spoken-for"));
    }

    @Test
    void a_parameter_without_a_meaning_or_bounds_is_refused() {
        assertThatThrownBy(() -> PolicyBook.open(Repository.sample("settings").resolve("policy.yaml"), null))
                .isInstanceOf(PolicyBroken.class).hasMessageContaining("risk.silent");
    }

    private static List<String> undocumented(Path sources, Path document) {
        List<String> faults = new ArrayList<>();
        List<JavaSettings.Member> members = JavaSettings.members(sources);
        members.stream().filter(member -> member.meaning().isBlank()).forEach(member -> faults.add(member.key()
                + " has no @param in its record; say what it means, in which unit and range"));
        String text = Repository.text(document);
        JavaSettings.singles(sources).stream()
                .filter(key -> members.stream().noneMatch(member -> member.key().equals(key)))
                .filter(key -> !text.contains("`" + key + "`"))
                .forEach(key -> faults.add(key + " is no row of docs/settings.md; add it with default and meaning"));
        return faults;
    }

    private static String policy(Path file) {
        StringBuilder table = new StringBuilder(
                "| key | default | permitted | unit | meaning |\n|---|---|---|---|---|");
        for (Parameter parameter : PolicyBook.open(file, "conservative").current().parameters().values()) {
            String permitted = parameter.choices().isEmpty() ? bounds(parameter)
                    : String.join(", ", parameter.choices());
            table.append("\n| `%s` | %s | %s | %s | %s |".formatted(parameter.key(), parameter.value(), permitted,
                    parameter.unit(), parameter.meaning().replace("|", "\\|")));
        }
        return table.toString();
    }

    private static String bounds(Parameter parameter) {
        return parameter.min() == null ? "" : parameter.min() + " to " + parameter.max();
    }

    private static String profiles(Path file) {
        var conservative = PolicyBook.open(file, "conservative").current().parameters();
        StringBuilder table = new StringBuilder("| profile | changes |\n|---|---|\n| `conservative` | nothing |");
        Repository.text(file).lines().dropWhile(line -> !line.startsWith("profiles:")).skip(1)
                .filter(line -> line.matches("  [a-z0-9-]+:\\s*")).map(line -> line.strip().replace(":", ""))
                .forEach(name -> table.append("\n| `").append(name).append("` | ").append(PolicyBook.open(file, name)
                        .current().parameters().values().stream()
                        .filter(parameter -> !parameter.value().equals(conservative.get(parameter.key()).value()))
                        .map(parameter -> "`" + parameter.key() + "` = " + parameter.value())
                        .collect(Collectors.joining(", "))).append(" |"));
        return table.toString();
    }
}
