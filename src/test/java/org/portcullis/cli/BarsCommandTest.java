package org.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.store.EmbeddedDatabase;

/** {@code data} as a person calls it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BarsCommandTest {

    @TempDir
    private Path folder;
    private String error = "";

    @Test
    @DisplayName("B-D1 B-D7 what is generated is imported into a fresh home, once, and its holes are found")
    void generated_bars_are_imported_and_checked() {
        Path bars = folder.resolve("bars");
        String home = folder.resolve("home").toString();
        assertThat(run(0, "data", "generate", "--symbols", "BTCUSDT,LINKUSDT", "--from", "2026-01-05", "--to",
                "2026-01-06", "--seed", "7", "--output", bars.toString())).hasSize(2)
                .allMatch(line -> line.endsWith(" rows"));

        List<String> first = run(1, "data", "import", bars.toString(), "--home", home);
        assertThat(first.get(0)).contains("bars added, 0 there already").doesNotContain(" 0 refused");
        assertThat(first).anyMatch(line -> line.matches("refused \\d+ for TIME_BACKWARDS"))
                .anyMatch(line -> line.matches(" {2}NEGATIVE BTCUSDT-1m.csv:\\d+: .*; row left out"));
        assertThat(run(1, "data", "import", bars.toString(), "--portcullis.home", home).get(0))
                .contains(": 0 bars added");

        List<String> check = run(1, "data", "check", "--home", home);
        assertThat(check).anyMatch(line -> line.startsWith("  missing 2026-01-05T")).last()
                .isEqualTo("0 of 2 instruments are whole");
        assertThat(run(0, "data", "check", "--home", home, "--symbol", "BTCUSDT", "--from", "2026-01-05", "--to",
                "2026-01-05T01:00:00Z").get(0)).startsWith("BTCUSDT: 60 bars");
        assertThat(run(0, "data", "check", "--home", home, "--symbol", "BTCUSDT", "--from", "2026-01-05", "--to",
                "2026-01-05T01:00:00Z", "--json")).singleElement().asString()
                .startsWith("{\"whole\":true,\"series\":[");
        assertThat(run(1, "data", "import", bars.toString(), "--home", home, "--json")).singleElement().asString()
                .startsWith("{\"imported\":{\"rows\":").contains("\"refused\":{");
    }

    @Test
    void the_same_seed_writes_the_same_files_and_another_writes_others() throws IOException {
        for (String seed : List.of("1", "1", "2")) {
            run(0, "data", "generate", "--symbols", "ETHUSDT", "--from", "2026-01-05", "--to", "2026-01-05T02:00:00Z",
                    "--seed", seed, "--output", folder.resolve("s" + seed).toString(), "--json");
        }
        String one = Files.readString(folder.resolve("s1/ETHUSDT-1m.csv"));
        assertThat(one.lines()).hasSize(121);
        run(0, "data", "generate", "--symbols", "BTCUSDT,ETHUSDT", "--from", "2026-01-05", "--to",
                "2026-01-05T02:00:00Z", "--seed", "1", "--output", folder.resolve("again").toString());
        assertThat(Files.readString(folder.resolve("s2/ETHUSDT-1m.csv"))).isNotEqualTo(one);
        assertThat(folder.resolve("again/ETHUSDT-1m.csv")).exists();
    }

    @Test
    @DisplayName("B-D1 while somebody holds the home nothing is imported, and the message says who")
    void while_somebody_holds_the_home_nothing_is_imported() throws IOException {
        Path bars = Files.writeString(folder.resolve("BTCUSDT-1m.csv"),
                "open_time_ms,open,high,low,close,volume\n1767571200000,1,1,1,1,1\n");
        Path home = folder.resolve("held");
        try (EmbeddedDatabase running = EmbeddedDatabase.start(home)) {
            assertThat(running.address()).isNotNull();
            assertThat(run(2, "data", "import", bars.toString(), "--home", home.toString())).isEmpty();
            assertThat(error).startsWith("portcullis: the database folder ").contains("postgres.lock is held by")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void what_cannot_run_says_so_in_one_line() {
        String home = folder.resolve("none").toString();
        assertThat(run(2, "data", "import", folder.resolve("missing").toString(), "--home", home)).isEmpty();
        assertThat(error).isEqualTo("portcullis: " + folder.resolve("missing")
                + " is not there; give a file or folder of minute bars");
        assertThat(run(2, "data", "import", folder.toString(), "--span", "5m", "--home", home)).isEmpty();
        assertThat(error).contains("bars of 5m are not kept");
        assertThat(run(2, "data", "import", folder.toString(), "--symbol", "NOSUCH", "--home", home)).isEmpty();
        assertThat(error).contains("NOSUCH is not listed");
        assertThat(run(2, "data", "check", "--home", home)).isEmpty();
        assertThat(error).contains("holds no database");
        assertThat(run(2, "data", "check", "--home", home, "--from", "yesterday")).isEmpty();
        assertThat(error).contains("'yesterday' is no UTC time");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    private List<String> run(int exitCode, String... arguments) {
        Said said = Said.by(arguments);
        error = said.error();
        assertThat(said.code()).as("%s", error).isEqualTo(exitCode);
        return said.printed().lines().toList();
    }
}
