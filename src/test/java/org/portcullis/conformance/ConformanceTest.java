package org.portcullis.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.portcullis.guard.GeneratedText;

/**
 * S1-31: ours against every published source, and the table of what came of it. Skipped where the reference data is
 * absent. {@code -Dportcullis.docs.write=true} writes the table anew.
 */
@DisplayName("S1-31 what others published about the same arithmetic")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConformanceTest {

    private static final Path DOCUMENT = Path.of("docs", "conformance.md");
    /** A check runs once, whichever test asks first. */
    private static final Map<String, ConformanceRow> RUN = new HashMap<>();

    @TestFactory
    Stream<DynamicTest> every_published_row_is_ours() {
        return ConformanceSources.all().stream().flatMap(source -> source.checks().stream()
                .map(check -> DynamicTest.dynamicTest(source.name() + ": " + check.what(), () -> {
                    ConformanceRow row = row(source, check);
                    assertThat(row.differences()).as("%s", row.examples()).isZero();
                    assertThat(row.rows()).as("a comparison of nothing shows nothing").isPositive();
                })));
    }

    @Test
    void the_document_says_what_came_of_it() {
        List<String> lines = new ArrayList<>(List.of("| source | what | rows | differences | tolerance | worst |",
                "|---|---|---:|---:|---|---|"));
        ConformanceSources.all().forEach(source ->
                source.checks().forEach(check -> lines.add(row(source, check).line())));
        GeneratedText.check(DOCUMENT.toAbsolutePath(), "conformance", String.join("\n", lines));
    }

    @Test
    void no_two_rows_have_one_name() {
        assertThat(ConformanceSources.all().stream().flatMap(source -> source.checks().stream()
                .map(check -> name(source, check)))).doesNotHaveDuplicates();
    }

    @Test
    void a_number_on_the_tolerance_counts_as_equal_and_one_beyond_it_is_told() {
        ConformanceRow row = ConformanceCheck.within("x", 0.5, tally -> {
            tally.number("on the tolerance", 1.5, 1);
            tally.number("beyond it", 1.5001, 1);
            tally.number("only ours", 1, Double.NaN);
            tally.number("only theirs", Double.NaN, 1);
            tally.number("neither has one", Double.NaN, Double.NaN);
        }).run("me");
        assertThat(row.rows()).isEqualTo(4);
        assertThat(row.differences()).isEqualTo(3);
        assertThat(row.examples()).first().isEqualTo("beyond it: ours 1.5001, theirs 1.0");
        assertThat(row.line()).isEqualTo("| me | x | 4 | 3 | 0.5 | &le; 1 |");
    }

    @Test
    void printed_numbers_allow_one_unit_of_their_last_place_and_things_must_be_alike() {
        ConformanceRow printed = ConformanceCheck.printed("x", tally -> {
            tally.printed("one unit", 49.15, "49.14");
            tally.printed("more than one", 49.1501, "49.14");
        }).run("me");
        assertThat(printed.differences()).isEqualTo(1);
        ConformanceRow things = ConformanceCheck.exactly("x", tally -> {
            tally.same("alike", List.of(1), List.of(1));
            tally.same("one missing", null, 1);
            tally.same("nothing to compare", null, null);
        }).run("me");
        assertThat(things.line()).isEqualTo("| me | x | 2 | 1 | exact | - |");
    }

    @Test
    void distances_are_told_as_powers_of_ten() {
        assertThat(Tally.bound(0)).isEqualTo("0");
        assertThat(Tally.bound(3e-16)).isEqualTo("&le; 1e-12");
        assertThat(Tally.bound(3e-10)).isEqualTo("&le; 1e-9");
        assertThat(Tally.bound(0.004)).isEqualTo("&le; 0.01");
    }

    private static ConformanceRow row(ConformanceSource source, ConformanceCheck check) {
        String name = name(source, check);
        ConformanceRow known = RUN.get(name);
        ConformanceRow row = known == null ? check.run(source.name()) : known;
        RUN.put(name, row);
        return row;
    }

    private static String name(ConformanceSource source, ConformanceCheck check) {
        return source.name() + ": " + check.what();
    }
}
