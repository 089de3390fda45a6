package org.portcullis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.settings.SettingsInForce;
import org.portcullis.engine.store.FolderLock;
import org.portcullis.engine.time.ClockDrift;
import org.portcullis.engine.time.TimeOracle;
import org.portcullis.operations.StartReport.Line;
import org.portcullis.operations.StartReport.Mark;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.Mode;
import org.portcullis.risk.ReconcileView;
import org.portcullis.strategy.MarketWalks;
import org.springframework.core.env.StandardEnvironment;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StartChecksTest {

    @TempDir
    Path home;

    @Test
    @DisplayName("S2-G3: mode, configuration, lock, clock, kill switch, books and keys are said in one block")
    void everything_is_said_in_one_block() {
        try (FolderLock lock = FolderLock.acquire(home.resolve("gateway/journal.lock"))) {
            StartReport report = checks(true).report();
            PolicyBook policies = PolicyBook.open(Path.of("rules/policy.yaml"), null);
            assertThat(lock).isNotNull();
            assertThat(report.warns()).isFalse();
            assertThat(report.text().lines()).hasSize(8).first().asString().isEqualTo("start checks");
            assertThat(report.text()).contains("  ok   mode           PAPER: fills are simulated")
                    .contains(policies.current().hash() + " (profile conservative)")
                    .contains("held by this process alone: gateway/journal.lock")
                    .contains("  note clock          no time server has answered")
                    .contains("  ok   kill switch    off and watched").contains("  ok   books          agree")
                    .contains("no key is used, so none is due for rotation; missing: nobody has confirmed it");
        }
    }

    @Test
    @DisplayName("S2-G3: a kill switch that is on, books that differ and a missing lock are warned of")
    void what_somebody_should_look_at_is_warned_of() {
        KillSwitch.inHome(home, Json.shared(), InstantSource.system()).throwSwitch("rita", "a test");
        StartReport report = checks(false).report();
        assertThat(report.text()).startsWith("start checks: somebody should look");
        assertThat(report.lines().stream().filter(line -> line.mark() == Mark.WARN).map(Line::name))
                .containsExactly("lock", "kill switch", "books");
        assertThat(report.text()).contains("rita threw it: a test").contains("2 cases are open");
    }

    @Test
    @DisplayName("S2-REQ-TIME1 S2-G3: a clock off by 100 ms is warned of, one millisecond less is not")
    void a_clock_that_is_off_is_warned_of() {
        Duration warn = Duration.ofMillis(100);
        assertThat(StartChecks.clockLine(drift(60, 39), warn).mark()).isEqualTo(Mark.OK);
        assertThat(StartChecks.clockLine(drift(-60, 40), warn).mark()).isEqualTo(Mark.WARN);
        assertThat(StartChecks.clockLine(drift(60, 39), warn).text())
                .isEqualTo("off by 99 ms at most, by time.example");
    }

    private StartChecks checks(boolean clean) {
        return new StartChecks(home, () -> Mode.PAPER, List.of(() -> Optional.of("nobody has confirmed it")),
                PolicyBook.open(Path.of("rules/policy.yaml"), null), SettingsInForce.of(new StandardEnvironment()),
                MarketWalks.library(), new TimeOracle(InstantSource.system(), 2_000),
                KillSwitch.inHome(home, Json.shared(), InstantSource.system()),
                () -> new ReconcileView.Books(clean, clean ? 0 : 2));
    }

    private static ClockDrift drift(double offsetMs, double boundMs) {
        return new ClockDrift(true, "time.example", offsetMs, boundMs, 1, 0, Map.of());
    }
}
