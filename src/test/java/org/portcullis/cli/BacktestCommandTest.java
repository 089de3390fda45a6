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

/** {@code backtest} as a person calls it: reports where they were asked for, one line for what cannot run. */
@DisplayName("S2-BT4 the command backtest")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BacktestCommandTest {

    @TempDir
    private Path folder;
    private String error = "";
    private String printed = "";

    @Test
    void bars_give_a_report_for_programs_and_one_for_people() throws IOException {
        assertThat(run("--data", bars(), "--strategies", "momentum-core", "--symbols", "BTCUSDT,ETHUSDT", "--html",
                folder.resolve("report.html").toString(), "--decisions", folder.resolve("d.jsonl").toString()))
                .as(error).isZero();
        JsonNode report = Json.shared().readTree(folder.resolve("report.json").toFile());
        assertThat(report.at("/metadata/seed").asLong()).isEqualTo(42);
        assertThat(report.at("/metadata/symbols").toString()).isEqualTo("[\"BTCUSDT\",\"ETHUSDT\"]");
        assertThat(report.at("/metadata/approvals").asText()).isEqualTo("granted");
        assertThat(report.at("/summary/bars").asLong()).isBetween(550L, 600L);
        assertThat(folder.resolve("report.html")).content().contains("<html");
        assertThat(folder.resolve("d.jsonl")).exists();
        assertThat(printed).isNotBlank();
    }

    @Test
    void what_cannot_run_is_told_in_one_line_with_what_to_do() throws IOException {
        assertThat(run("--data", folder.resolve("none").toString(), "--strategies", "momentum-core")).isEqualTo(2);
        assertThat(error).isEqualTo("portcullis: " + folder.resolve("none")
                + " is not there; give a file or folder of minute bars");
        String bars = bars();
        assertThat(run("--data", bars, "--strategies", "momentum-core", "--symbols", "ABCUSDT")).isEqualTo(2);
        assertThat(error).contains("no bars of ABCUSDT").contains("BTCUSDT").doesNotContain("\n");
        assertThat(run("--data", bars, "--strategies", "momentum-core", "--from", "soon")).isEqualTo(2);
        assertThat(error).contains("--from is a day such as 2026-01-05").contains("not soon");
        assertThat(run("--data", bars, "--strategies", "momentum-core", "--from", "2026-03-03", "--to", "2026-03-03"))
                .isEqualTo(2);
        assertThat(error).contains("the span is empty");
        assertThat(run("--data", bars, "--strategies", "momentum-core", "--cash", "much")).isEqualTo(2);
        assertThat(error).contains("--cash is a decimal number");
        Path policy = Files.writeString(folder.resolve("policy.yaml"), "parameters: 3\n");
        assertThat(run("--data", bars, "--strategies", "momentum-core", "--policy", policy.toString())).isEqualTo(2);
        assertThat(error).contains("policy.yaml").doesNotContain("\tat ");
        assertThat(folder.resolve("report.json")).doesNotExist();
    }

    private String bars() {
        BarFeed feed = new BarFeed(InstrumentCatalogue.read(Path.of("rules/instruments.yaml")));
        try (BarStream stream = feed.generated(GeneratedMarket.demo(7, 1_772_409_600_000L, 300))) {
            feed.write(stream, folder.resolve("bars"));
        }
        return folder.resolve("bars").toString();
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("backtest", "--output",
                folder.resolve("report.json").toString()));
        arguments.addAll(List.of(options));
        Said said = Said.by(arguments.toArray(String[]::new));
        error = said.error();
        printed = said.printed();
        return said.code();
    }
}
