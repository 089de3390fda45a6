package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/FEATURES.md} claims nothing that the checkout does not hold, and the checkout speaks of no other id. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FeaturesTest {

    @Test
    void what_a_works_row_names_exists_and_carries_its_id() {
        Features features = Features.of(Repository.HERE);
        if (GeneratedText.writing()) {
            GeneratedText.write(Features.document(Repository.HERE), features.filledIn());
            features = Features.of(Repository.HERE);
        }
        assertThat(features.brokenPromises()).isEmpty();
    }

    @Test
    void every_id_in_sources_and_rules_is_a_row() {
        assertThat(Features.of(Repository.HERE).unknownIds()).isEmpty();
    }

    @Test
    void all_196_ids_are_there_once() {
        Map<String, Long> counts = Features.of(Repository.HERE).rows().stream().map(Features.Row::id)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        assertThat(counts.values()).as("each id stands in one row: %s", counts).containsOnly(1L);
        Map<String, Long> series = counts.keySet().stream()
                .collect(Collectors.groupingBy(id -> id.substring(0, 2), Collectors.counting()));
        assertThat(series).isEqualTo(Map.of("S0", 17L, "S1", 37L, "S2", 85L, "S3", 22L, "S4", 29L, "SX", 6L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"S0-01 names rules/risk/missing.drl, which does not exist",
        "S0-02 names src/main/java/Quiet.java, which does not carry the id", "S0-03 works but names no test",
        "S0-04 names the test src/test/java/QuietTest.java, which has no @DisplayName", "S0-05 has state \"nearly\"",
        "S0-06 works but names neither rule nor code"})
    void each_broken_promise_is_named(String sentence) {
        assertThat(Features.of(Repository.sample("features")).brokenPromises())
                .anySatisfy(fault -> assertThat(fault).contains(sentence));
    }

    @Test
    void a_kept_promise_is_left_alone() {
        assertThat(Features.of(Repository.sample("features")).brokenPromises())
                .noneMatch(fault -> fault.contains("S0-07"));
    }

    @Test
    void an_id_that_is_no_row_is_named() {
        assertThat(Features.of(Repository.sample("features")).unknownIds())
                .singleElement().asString().contains("QuietTest").contains("-99");
    }

    @Test
    void cells_of_works_rows_are_filled_in_from_the_checkout() {
        assertThat(Features.of(Repository.sample("features")).filledIn())
                .contains("| S0-07 | kept | works | [good.drl](../rules/risk/good.drl) |  | "
                        + "[LoudTest](../src/test/java/LoudTest.java) |")
                .contains("| S0-08 | later | not yet | | | |");
    }
}
