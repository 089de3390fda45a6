package org.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.route.Json;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.InstrumentCatalogue;

/** {@code signals} as a person calls it. */
@DisplayName("B-B9 the command signals")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SignalsCommandTest {

    @TempDir
    private Path folder;

    @Test
    void bars_give_reports_for_programs_for_people_and_for_a_table() throws IOException {
        Said said = run("--data", bars(), "--strategies", "momentum-core", "--symbols", "BTCUSDT,ETHUSDT",
                "--horizons", "5,1", "--output", file("signals.json"), "--csv", file("signals.csv"), "--html",
                file("signals.html"));
        assertThat(said.code()).as(said.error()).isZero();
        JsonNode report = Json.shared().readTree(folder.resolve("signals.json").toFile());
        assertThat(report.at("/metadata/symbols").toString()).isEqualTo("[\"BTCUSDT\",\"ETHUSDT\"]");
        assertThat(report.at("/metadata/horizons").toString()).isEqualTo("[1,5]");
        List<String> lines = Files.readAllLines(folder.resolve("signals.csv"));
        assertThat(lines.get(0)).isEqualTo("time,time_ms,symbol,strategy,rule,kind,side,price,stop,target,score,regime,"
                + "move_pct_1,move_pct_5,favourable_pct,adverse_pct,outcome,proposal_id");
        assertThat(lines).hasSize(report.at("/summary/proposals").asInt() + 1);
        assertThat(lines).allMatch(line -> line.split(",", -1).length == 18);
        assertThat(folder.resolve("signals.html")).content().contains("<html");
        assertThat(said.printed()).contains("momentum-core: ").contains("no proposal, NO_TRIGGER");
    }

    @Test
    void json_prints_the_report_and_nothing_else() throws IOException {
        Said said = run("--data", bars(), "--strategies", "momentum-core", "--json");
        assertThat(said.code()).as(said.error()).isZero();
        assertThat(Json.shared().readTree(said.printed()).at("/summary/bars").asLong()).isPositive();
        assertThat(said.printed()).startsWith("{").endsWith("}\n");
    }

    @Test
    void what_cannot_run_is_told_in_one_line_with_what_to_do() throws IOException {
        Said none = run("--data", file("none"), "--strategies", "momentum-core");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.error()).isEqualTo("portcullis: " + file("none")
                + " is not there; give a file or folder of minute bars");
        String bars = bars();
        assertThat(run("--data", bars, "--strategies", "momentum-core", "--horizons", "0").error())
                .contains("--horizons are").contains("1,5,15,60,240").doesNotContain("\n");
        assertThat(run("--data", bars, "--strategies", "momentum-core", "--from", "soon").error())
                .contains("--from is a day such as 2026-01-05");
        assertThat(run("--data", bars, "--strategies", "momentum-core", "--symbols", "ABCUSDT").error())
                .contains("no bars of ABCUSDT");
        assertThat(run("--data", bars, "--strategies", "momentum-core", "--horizons", "many").code()).isEqualTo(2);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String bars() {
        BarFeed feed = new BarFeed(InstrumentCatalogue.read(Path.of("rules/instruments.yaml")));
        try (BarStream stream = feed.generated(GeneratedMarket.demo(7, 1_772_409_600_000L, 300))) {
            feed.write(stream, folder.resolve("bars"));
        }
        return file("bars");
    }

    private static Said run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("signals"));
        arguments.addAll(List.of(options));
        return Said.by(arguments.toArray(String[]::new));
    }
}
