package org.portcullis.risk.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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
import org.portcullis.engine.time.ClockDrift;
import org.portcullis.engine.time.NtpSample;
import org.portcullis.engine.time.TimeOracle;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.LiveGate;
import org.portcullis.risk.Mode;
import org.portcullis.risk.ModeView;
import org.portcullis.risk.ReconcileView;

/** What must hold before orders reach a real venue, each alone and all together. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiveGatesTest {

    private static final Duration LIMIT = Duration.ofMillis(150);

    @TempDir
    Path home;

    private final LiveGates gates = new LiveGates();

    @Test
    @DisplayName("S2-G2: going LIVE is confirmed in words that name the account; near misses do not count")
    void live_is_confirmed_in_words_that_name_the_account() {
        assertThat(gates.confirmationGate("LIVE main", "main").unmet()).isEmpty();
        for (String said : List.of("", "yes", "true", "LIVE", "LIVE other", "live main", "LIVE main ")) {
            assertThat(gates.confirmationGate(said, "main").unmet()).as(said).get().asString()
                    .contains("portcullis.live.confirmation must say \"LIVE main\"");
        }
    }

    @Test
    @DisplayName("S2-REQ-TIME1: a clock off by 150 ms or more refuses LIVE, one millisecond less does not; the error "
            + "of the measurement counts, on both sides")
    void a_clock_that_is_off_refuses_live() {
        assertThat(LiveGates.clockFault(drift(149, 0), LIMIT)).isEmpty();
        assertThat(LiveGates.clockFault(drift(-149, 0), LIMIT)).isEmpty();
        assertThat(LiveGates.clockFault(drift(150, 0), LIMIT)).get().asString()
                .isEqualTo("the clock may be off by 150 ms; less than 150 ms is needed");
        assertThat(LiveGates.clockFault(drift(-150, 0), LIMIT)).isPresent();
        assertThat(LiveGates.clockFault(drift(100, 49), LIMIT)).isEmpty();
        assertThat(LiveGates.clockFault(drift(100, 50), LIMIT)).isPresent();
    }

    @Test
    @DisplayName("S2-REQ-TIME1: a clock that no time server confirmed refuses LIVE")
    void a_clock_that_nobody_confirmed_refuses_live() {
        TimeOracle oracle = new TimeOracle(InstantSource.system(), 2_000);
        LiveGate gate = gates.clockGate(oracle, PolicyBook.open(Path.of("rules/policy.yaml"), null));
        assertThat(gate.unmet()).get().asString().contains("portcullis.clock.servers");
        oracle.synced(new NtpSample("time.example", 1, 2, 2, System.currentTimeMillis()));
        assertThat(gate.unmet()).isEmpty();
        assertThat(gate.onceStarted()).isTrue();
    }

    @Test
    @DisplayName("S2-G2: a kill switch that is on and books that are not known to agree refuse LIVE")
    void kill_switch_and_books_refuse_live() {
        KillSwitch kill = KillSwitch.inHome(home, Json.shared(), InstantSource.system());
        assertThat(gates.killGate(kill).unmet()).isEmpty();
        kill.throwSwitch("test", "a test");
        assertThat(gates.killGate(kill).unmet()).contains("the kill switch is on");
        assertThat(gates.booksGate(() -> new ReconcileView.Books(true, 0)).unmet()).isEmpty();
        assertThat(gates.booksGate(() -> new ReconcileView.Books(false, 1)).unmet()).isPresent();
    }

    @Test
    @DisplayName("S2-REQ-M1: what is only known once everything stands is asked then and ends the start; lower modes "
            + "are not asked")
    void what_is_only_known_later_is_asked_later() {
        LiveGate late = gates.booksGate(() -> new ReconcileView.Books(false, 1));
        RiskConfiguration configuration = new RiskConfiguration();
        ModeView live = configuration.modeView(Mode.LIVE, false, List.of(late));
        assertThat(live.readOnly()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> new LiveStart(live, List.of(late)).ready())
                .withMessageContaining("our books are not known to agree");
        assertThatCode(() -> new LiveStart(live, List.of(Optional::empty)).ready()).doesNotThrowAnyException();
        ModeView paper = configuration.modeView(Mode.PAPER, false, List.of(late));
        assertThat(paper.readOnly()).as("forced below LIVE").isTrue();
        assertThatCode(() -> new LiveStart(paper, List.of(late)).ready()).doesNotThrowAnyException();
    }

    private static ClockDrift drift(double offsetMs, double boundMs) {
        return new ClockDrift(true, "time.example", offsetMs, boundMs, 1, 0, Map.of());
    }
}
