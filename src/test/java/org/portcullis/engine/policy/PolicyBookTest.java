package org.portcullis.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.kernel.Percent;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PolicyBookTest {

    private static final String GOOD = """
            profile: careful
            parameters:
              risk.positions-max: {type: integer, value: 3, min: 0, max: 10, unit: positions, meaning: "How many."}
              risk.share-pct: {type: number, value: 15, min: 0, max: 100, unit: "%", meaning: "How much."}
              risk.age-max: {type: duration, value: 90s, min: 1s, max: 1h, unit: time, meaning: "How old."}
              order.gating: {type: word, value: none, choices: [none, all], unit: policy, meaning: "Who is asked."}
            profiles:
              careful: {}
              bold:
                risk.positions-max: 5
            """;

    @TempDir
    Path folder;

    @Test
    void values_are_read_by_their_type_and_the_profile_overrides_them() throws IOException {
        Policy careful = PolicyBook.open(file(GOOD), null).current();
        assertThat(careful.integer("risk.positions-max")).isEqualTo(3);
        assertThat(careful.percent("risk.share-pct")).isEqualTo(Percent.of("15"));
        assertThat(careful.duration("risk.age-max")).isEqualTo(Duration.ofSeconds(90));
        assertThat(careful.word("order.gating")).isEqualTo("none");
        assertThat(PolicyBook.open(file(GOOD), "bold").current().integer("risk.positions-max")).isEqualTo(5);
    }

    @Test
    void a_value_on_its_bound_is_taken_and_one_step_beyond_is_refused_with_its_line() throws IOException {
        assertThat(PolicyBook.open(file(GOOD.replace("value: 3,", "value: 10,")), null).current()
                .integer("risk.positions-max")).isEqualTo(10);
        assertThatThrownBy(() -> PolicyBook.open(file(GOOD.replace("value: 3,", "value: 11,")), null))
                .isInstanceOf(PolicyBroken.class)
                .hasMessageContaining("policy.yaml:3: risk.positions-max is 11, largest permitted is 10 positions");
        assertThatThrownBy(() -> PolicyBook.open(file(GOOD.replace("value: 90s", "value: 61min")), null))
                .hasMessageContaining("policy.yaml:5: risk.age-max is 61min, largest permitted is 1h time");
    }

    @Test
    void every_fault_is_told_at_once_not_only_the_first() throws IOException {
        String broken = GOOD.replace("value: 3,", "value: three,").replace("unit: policy,", "")
                .replace("    risk.positions-max: 5", "    risk.nothing: 5");
        assertThatThrownBy(() -> PolicyBook.open(file(broken), null)).isInstanceOfSatisfying(PolicyBroken.class,
                refused -> assertThat(refused.problems()).hasSizeGreaterThanOrEqualTo(3)
                        .anyMatch(problem -> problem.contains(":3: risk.positions-max is not a integer: three"))
                        .anyMatch(problem -> problem.contains("order.gating lacks unit"))
                        .anyMatch(problem -> problem.contains(":10: profile bold sets risk.nothing")));
    }

    @Test
    void an_unknown_field_and_a_key_given_twice_are_refused() throws IOException {
        assertThatThrownBy(() -> PolicyBook.open(file(GOOD.replace("min: 0, max: 10", "minimum: 0, max: 10")), null))
                .hasMessageContaining("unknown key minimum");
        assertThatThrownBy(() -> PolicyBook.open(file(GOOD.replace("risk.share-pct", "risk.positions-max")), null))
                .hasMessageContaining("risk.positions-max");
    }

    @Test
    @DisplayName("S2-CH1: the hash is 16 digits, follows values and profile, not comments")
    void hash_follows_values() throws IOException {
        String hash = PolicyBook.open(file(GOOD), null).current().hash();
        assertThat(hash).matches("[0-9a-f]{16}");
        assertThat(PolicyBook.open(file("# a comment\n" + GOOD), null).current().hash()).isEqualTo(hash);
        assertThat(PolicyBook.open(file(GOOD), "bold").current().hash()).isNotEqualTo(hash);
        assertThat(PolicyBook.open(file(GOOD.replace("value: 3,", "value: 4,")), null).current().hash())
                .isNotEqualTo(hash);
    }

    @Test
    void a_good_edit_replaces_the_policy_and_is_told_a_broken_one_is_refused_and_said() throws IOException {
        Path file = file(GOOD);
        PolicyBook book = PolicyBook.open(file, null);
        List<Policy> told = new ArrayList<>();
        book.onChange(told::add);
        Files.writeString(file, GOOD.replace("value: 3,", "value: 4,"));
        book.refresh();
        assertThat(book.current().integer("risk.positions-max")).isEqualTo(4);
        assertThat(told).hasSize(1);
        Files.writeString(file, "profile: [");
        book.refresh();
        assertThat(book.current().integer("risk.positions-max")).isEqualTo(4);
        assertThat(book.refused()).hasSize(1).first().asString().contains("policy.yaml:");
        Files.writeString(file, GOOD);
        book.refresh();
        assertThat(book.current().integer("risk.positions-max")).isEqualTo(3);
        assertThat(book.refused()).isEmpty();
    }

    @Test
    @DisplayName("S2-REQ-C1: the shipped policy is whole, bounded and has both profiles")
    void the_shipped_policy_is_good() {
        for (String profile : List.of("conservative", "s2-live", "demo")) {
            assertThat(PolicyBook.open(Path.of("rules/policy.yaml"), profile).current().parameters()).isNotEmpty();
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("policy.yaml"), text);
    }
}
