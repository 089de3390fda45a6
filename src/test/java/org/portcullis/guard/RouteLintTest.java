package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.engine.route.Addresses;

/** Routes carry; each is named, described, bounded and free of code. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RouteLintTest {

    @Test
    void every_route_is_named_described_bounded_and_free_of_code() {
        assertThat(faults(Repository.HERE.resolve("routes"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "market.in.two-routes      | a file of its own",
        "market.in.misnamed        | the id equals the file name",
        "market.feed               | <room>.<in|out>.<what>",
        "market.in.silent          | no description",
        "market.in.script          | uses the language groovy",
        "market.in.shell           | the component exec",
        "market.in.disk            | the component file",
        "market.in.clever          | ${body.substring(1)}",
        "market.in.flood           | without a size",
        "market.in.sql             | holds SQL",
        "market.in.errors          | errors are handled in one place",
        "market.in.undeclared      | market.unknown.v1",
        "market.in.broken          | is not YAML",
        "market.in.uncommented     | without a comment"})
    void each_broken_route_is_named_with_the_way_out(String name, String sentence) {
        assertThat(faults(Repository.sample("routes"))).anySatisfy(fault ->
                assertThat(fault).startsWith("market/" + name + ".camel.yaml").contains(sentence));
    }

    @Test
    void a_good_route_is_left_alone() {
        assertThat(faults(Repository.sample("routes"))).noneMatch(fault -> fault.contains("market.in.good"));
    }

    private static List<String> faults(Path folder) {
        return Repository.files(folder, ".yaml", ".yml", ".xml").stream()
                .flatMap(file -> file.toString().endsWith(".camel.yaml")
                        ? RouteLint.faults(folder, file, Addresses.ALL).stream()
                        : java.util.stream.Stream.of(folder.relativize(file)
                        + " is no .camel.yaml; routes are loaded by "
                                + "that ending"))
                .toList();
    }
}
