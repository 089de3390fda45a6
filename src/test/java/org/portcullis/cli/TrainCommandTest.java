package org.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.route.Json;
import org.portcullis.research.ModelCard;
import org.portcullis.research.adapter.lightgbm.NativeLibraryHere;

/** {@code train} as a person calls it: what cannot run says so in one line. */
@DisplayName("S1-32 the command train")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrainCommandTest {

    @TempDir
    private Path folder;
    private String error = "";
    private String printed = "";

    @Test
    void a_generated_market_gives_a_model_and_its_card() {
        NativeLibraryHere.require();
        assertThat(run("train", "--generated", "1500", "--output", output(), "--symbols", "BTCUSDT,ETHUSDT", "--json"))
                .as(error).isZero();
        ModelCard card = Json.read(printed, ModelCard.class);
        assertThat(card.span().symbols()).containsExactly("BTCUSDT", "ETHUSDT");
        assertThat(card.demo()).isTrue();
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("m.txt", "m.card.json", "m.card.md");
        assertThat(error).isEmpty();
    }

    @Test
    void bars_that_are_not_there_are_told_in_one_line() {
        assertThat(run("train", "--data", folder.resolve("none").toString(), "--output", output())).isEqualTo(2);
        assertThat(error).isEqualTo("portcullis: " + folder.resolve("none")
                + " is not there; give a file or folder of minute bars");
    }

    @Test
    void too_few_bars_are_told_in_one_line_with_what_to_do() {
        assertThat(run("train", "--generated", "200", "--output", output())).isEqualTo(2);
        assertThat(error).startsWith("portcullis: only ").contains("rows-min in rules/research/training.yaml")
                .doesNotContain("\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_model_without_source_or_of_another_ending_is_bad_usage() {
        assertThat(run("train", "--output", output())).isEqualTo(2);
        assertThat(error).contains("--data=PATH", "--generated=MINUTES");
        assertThat(run("train", "--generated", "200", "--output", folder.resolve("m.bin").toString())).isEqualTo(2);
        assertThat(error).isEqualTo("portcullis: a model file ends in .txt, not m.bin");
    }

    private String output() {
        return folder.resolve("m.txt").toString();
    }

    private int run(String... arguments) {
        Said said = Said.by(arguments);
        error = said.error();
        printed = said.printed().strip();
        return said.code();
    }
}
