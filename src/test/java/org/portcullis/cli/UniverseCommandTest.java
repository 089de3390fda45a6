package org.portcullis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_OUT)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UniverseCommandTest {

    private static final String HEADER = "symbol,status,quote_volume,spread_bps,age_days,tick_bps,volatility_pct,"
            + "banned_hours\n";

    @TempDir
    private Path folder;

    @Test
    @DisplayName("B-D6 a universe is tried on a table before it is used, each symbol in or out with its reasons")
    void a_universe_is_tried_on_a_table() throws IOException {
        Path table = Files.writeString(folder.resolve("candidates.csv"), HEADER
                + "BTCUSDT,TRADING,900000000,1,3000,0.01,4,0\nLINKUSDT,TRADING,9000000,12,3000,1,4,0\n"
                + "NEWUSDT,CANCEL_ONLY,90000000,,2,1,4,7\n");
        assertThat(run(0, "universe", "check", "--candidates", table.toString())).containsExactly(
                "symbol    tier        in   reasons",
                "BTCUSDT   CORE        in",
                "LINKUSDT  ROTATIONAL  out  VOLUME_LOW 9000000 (limit 10000000), SPREAD_WIDE 12 (limit 10)",
                "NEWUSDT   ROTATIONAL  out  STATUS 0 (limit 1), BANNED 7 (limit 0), SPREAD_UNKNOWN 0 (limit 1),"
                        + " AGE_LOW 2 (limit 30)",
                "1 of 3 in; 2 out: 1 for status, 1 for a ban, 1 for volume, 1 for an unknown spread, 1 for spread,"
                        + " 1 for age");
        assertThat(run(0, "universe", "check", "--json", "--candidates", table.toString())).singleElement().asString()
                .startsWith("{\"atMs\":0,\"text\":\"1 of 3 in")
                .contains("\"code\":\"VOLUME_LOW\",\"actual\":9000000.0");
    }

    @Test
    @DisplayName("B-D6 the bundled market's five symbols are in under the profile of the demonstration")
    void the_bundled_market_is_in_under_the_demo_profile() {
        assertThat(run(0, "universe", "check", "--profile", "demo")).last().asString()
                .isEqualTo("5 of 26 in; 21 out: 21 for no prices");
    }

    @Test
    void an_empty_universe_fails_the_check_and_a_missing_table_cannot_be_checked() throws IOException {
        Path none = Files.writeString(folder.resolve("none.csv"), HEADER);
        assertThat(run(1, "universe", "check", "--candidates", none.toString())).last().isEqualTo("0 of 0 in");
        assertThat(run(2, "universe", "check", "--candidates", folder.resolve("missing.csv").toString())).isEmpty();
        assertThat(run(2, "universe", "check", "--candidates", none.toString(), "--data", none.toString())).isEmpty();
    }

    private static java.util.List<String> run(int exitCode, String... arguments) {
        Said said = Said.by(arguments);
        assertThat(said.code()).as("%s", said.error()).isEqualTo(exitCode);
        return said.printed().lines().toList();
    }
}
