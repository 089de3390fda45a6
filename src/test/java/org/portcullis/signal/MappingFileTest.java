package org.portcullis.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.signal.adapter.json.JsonFields;
import org.portcullis.signal.adapter.store.MappingFile;
import org.portcullis.signal.adapter.store.WatchedFile;
import org.portcullis.signal.domain.MappingTable;

/** Shapes are added by people, who make mistakes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MappingFileTest {

    private static final String GOOD = """
            mappings:
              mine:
                meaning: My own shape.
                kind: signal
                requires: [/coin, /do]
                strategy: =mine
                ticker: /coin
                fired-at: received
                action: {from: /do, words: {up: BUY, down: SELL}}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_good_file_is_read() throws IOException {
        assertThat(read(GOOD).mappings()).singleElement().extracting("name").isEqualTo("mine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "kind: signal              | kind: order                | :2: mine: kind cannot mean ORDER",
        "kind: signal              | kind: notification         | :2: mine: a notification is not traded",
        "ticker: /coin             | tikcer: /coin              | :7: unknown key tikcer",
        "strategy: =mine           | exchange: =mine            | :2: mine: a signal needs strategy",
        "ticker: /coin             | interval: /coin            | :2: mine: a signal needs ticker",
        "fired-at: received        | interval: /i               | :2: mine: a signal needs fired-at",
        "requires: [/coin, /do]    | requires: []               | :2: mine: requires is empty",
        "requires: [/coin, /do]    | requires: [coin]           | :2: mine: coin is no place",
        "from: /do, words          | from: do, words            | :2: mine: do is no place",
        "up: BUY                   | up: HOPE                   | :2: mine: up cannot mean HOPE",
        "up: BUY                   | Up: BUY                    | :2: mine: write the word in lower case: Up",
        "meaning: My own shape.    | kind: signal               | :4: Duplicate field",
        "requires: [/coin, /do]    | text: `{a}{b}`             | :2: mine: text has nothing between {a} and {b}",
        "requires: [/coin, /do]    | text: go                   | :2: mine: text needs names in braces",
        "mappings:                 | mapping:                   | :1: the file must begin with mappings:",
    })
    void each_mistake_is_named_with_file_and_line(String good, String bad, String said) {
        assertThat(GOOD).contains(good);
        assertThatThrownBy(() -> read(GOOD.replace(good, bad.replace("`", "\""))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("mappings.yaml" + said);
    }

    @Test
    void a_text_may_only_name_what_stands_in_its_form() {
        String text = GOOD.replace("requires: [/coin, /do]", "text: \"{do} {coin} now\"").replace("/do", "\"{do}\"")
                .replace("ticker: /coin", "ticker: \"{koin}\"");
        assertThatThrownBy(() -> read(text)).hasMessageContaining("{koin} is no name of the text");
    }

    @Test
    @DisplayName("S4-01: an edit is in force with the next call, a broken one is refused and the old one goes on")
    void an_edit_is_in_force_at_once_and_a_broken_one_never() throws IOException {
        Path file = folder.resolve("mappings.yaml");
        Files.writeString(file, GOOD);
        WatchedFile<MappingTable> watched = new WatchedFile<>(file, MappingFile::read);
        Files.writeString(file, GOOD.replace("mine:", "yours:"));
        watched.refresh();
        assertThat(names(watched)).containsExactly("yours");
        Files.writeString(file, GOOD.replace("kind: signal", "kind: wish"));
        watched.refresh();
        assertThat(names(watched)).containsExactly("yours");
        assertThat(watched.refused()).contains("mappings.yaml:2:").contains("WISH");
        Files.writeString(file, GOOD);
        watched.refresh();
        assertThat(names(watched)).containsExactly("mine");
        assertThat(watched.refused()).isEmpty();
    }

    @Test
    void a_shape_added_by_hand_is_understood_without_code(@TempDir Path home) throws IOException {
        try (HookScene scene = HookScene.open(home)) {
            String body = "{\"coin\":\"BTCUSDT\",\"do\":\"up\",\"secret\":\"" + HookScene.SECRET + "\"}";
            assertThat(scene.post(body)).isEqualTo(400);
            Files.writeString(scene.rules.resolve("signal/mappings.yaml"), GOOD);
            scene.mappings.refresh();
            assertThat(scene.post(body)).isEqualTo(202);
        }
    }

    @Test
    void the_first_shape_that_matches_counts() throws IOException {
        String two = GOOD + GOOD.replace("mappings:\n", "").replace("mine:", "later:");
        String body = "{\"coin\":\"BTCUSDT\",\"do\":\"up\"}";
        assertThat(read(two).match(body, JsonFields.reader().read(body)).mapping().name()).isEqualTo("mine");
    }

    private static List<String> names(WatchedFile<MappingTable> watched) {
        return watched.get().mappings().stream().map(mapping -> mapping.name()).toList();
    }

    private MappingTable read(String text) throws IOException {
        Path file = folder.resolve("mappings.yaml");
        Files.writeString(file, text);
        return MappingFile.read(file);
    }
}
