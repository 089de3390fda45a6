package org.portcullis.engine.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RouteLibraryTest {

    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private RouteLibrary library;

    @BeforeEach
    void startCamel() {
        camel.start();
        library = new RouteLibrary(camel, folder, java.util.Map::of);
    }

    @AfterEach
    void stopCamel() {
        camel.stop();
    }

    @Test
    void an_edited_route_answers_anew_without_a_restart() throws IOException {
        write("one", answering("one", "first"));
        library.start();
        assertThat(ask("one")).isEqualTo("first");
        write("one", answering("one", "second"));
        library.refresh();
        assertThat(ask("one")).isEqualTo("second");
    }

    @Test
    void a_broken_edit_is_refused_and_every_route_goes_on() throws IOException {
        write("one", answering("one", "first"));
        write("two", answering("two", "other"));
        library.start();
        write("one", "- route:\n    id: one\n    from:\n      uri: direct:one\n      steps:\n        - nonsense: {}\n");
        library.refresh();
        assertThat(ask("one")).isEqualTo("first");
        assertThat(ask("two")).isEqualTo("other");
        assertThat(library.refused()).containsOnlyKeys(folder.resolve("room.in.one.camel.yaml").toAbsolutePath());
        write("one", answering("one", "mended"));
        library.refresh();
        assertThat(ask("one")).isEqualTo("mended");
        assertThat(library.refused()).isEmpty();
    }

    @Test
    void routes_behind_a_link_run_and_follow_it_when_it_is_turned() throws IOException {
        Path one = Files.createDirectories(folder.resolve("..one/routes"));
        Path two = Files.createDirectories(folder.resolve("..two/routes"));
        Files.writeString(one.resolve("a.camel.yaml"), answering("one", "first"));
        Files.writeString(two.resolve("a.camel.yaml"), answering("one", "second"));
        Path data = Files.createSymbolicLink(folder.resolve("..data"), one.getParent());
        Path link = Files.createSymbolicLink(folder.resolve("routes"), Path.of("..data/routes"));
        for (Path root : java.util.List.of(link, folder)) { // the link alone, and the folder that a container mounts
            library = new RouteLibrary(camel, root, java.util.Map::of);
            library.start();
            assertThat(ask("one")).isEqualTo("first");
            Files.delete(data);
            Files.createSymbolicLink(data, two.getParent());
            library.refresh();
            assertThat(ask("one")).isEqualTo("second");
            Files.delete(data);
            Files.createSymbolicLink(data, one.getParent());
        }
    }

    @Test
    void a_file_that_cannot_be_read_any_more_is_named_and_its_routes_run_on_until_it_is_back() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept"), answering("one", "first"));
        Path link = Files.createSymbolicLink(folder.resolve("room.in.one.camel.yaml"), kept);
        library.start();
        Files.delete(kept);
        library.refresh();
        assertThat(ask("one")).isEqualTo("first");
        assertThat(library.refused()).hasEntrySatisfying(link.toAbsolutePath(),
                why -> assertThat(why).contains("cannot read"));
        Files.writeString(kept, answering("one", "first"));
        library.refresh();
        assertThat(library.refused()).isEmpty();
        assertThat(ask("one")).isEqualTo("first");
    }

    @Test
    void an_unknown_component_is_refused_and_the_running_route_stays() throws IOException {
        write("one", answering("one", "first"));
        library.start();
        write("one", answering("one", "x").replace("direct:one", "no-such-component:one"));
        library.refresh();
        assertThat(ask("one")).isEqualTo("first");
        assertThat(library.refused()).hasSize(1);
    }

    @Test
    void a_second_file_may_not_take_the_id_of_another() throws IOException {
        write("one", answering("one", "first"));
        library.start();
        write("two", answering("one", "second"));
        library.refresh();
        assertThat(ask("one")).isEqualTo("first");
        assertThat(library.refused().values()).singleElement().asString().contains("already defined");
    }

    @Test
    void a_removed_file_takes_its_route_with_it() throws IOException {
        write("one", answering("one", "first"));
        library.start();
        Files.delete(folder.resolve("room.in.one.camel.yaml"));
        library.refresh();
        assertThat(camel.getRoute("one")).isNull();
    }

    @Test
    void nothing_starts_with_a_broken_file() throws IOException {
        write("one", answering("one", "first"));
        write("two", "- route: [");
        assertThatThrownBy(library::start).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("room.in.two.camel.yaml");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("room.in." + name + ".camel.yaml"), text);
    }

    private static String answering(String id, String answer) {
        return """
                - route:
                    id: %s
                    from:
                      uri: direct:%s
                      steps:
                        - setBody: {constant: "%s"}
                """.formatted(id, id, answer);
    }

    private String ask(String route) {
        return camel.createProducerTemplate().requestBody("direct:" + route, "", String.class);
    }
}
