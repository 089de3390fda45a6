package org.portcullis.risk.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.risk.LiveGate;
import org.portcullis.risk.Mode;
import org.portcullis.risk.domain.ModeLadder;

/** The ladder and its refusals, as the application starts with them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModeLadderTest {

    private static final LiveGate MET = Optional::empty;
    private static final LiveGate REAL_VENUE = new LiveGates().realVenueGate();

    private final RiskConfiguration configuration = new RiskConfiguration();

    @Test
    @DisplayName("S2-REQ-M1 S2-G1: LIVE is refused with everything that is missing, read-only first")
    void live_is_refused_with_everything_that_is_missing() {
        LiveGate second = () -> Optional.of("no person has armed it");
        assertThatIllegalStateException().isThrownBy(() -> configuration.modeView(Mode.LIVE, true,
                List.of(REAL_VENUE, MET, second)))
                .withMessage("portcullis.mode=LIVE is refused: portcullis.read-only is true; no real venue is connected"
                        + " in this version; no person has armed it; use PAPER or DRY_RUN");
        assertThatIllegalStateException().isThrownBy(() -> configuration.modeView(Mode.LIVE, false,
                List.of(REAL_VENUE))).withMessageNotContaining("read-only");
        assertThatIllegalStateException().isThrownBy(() -> configuration.modeView(Mode.LIVE, true, List.of(MET)))
                .withMessageContaining("read-only is true");
    }

    @Test
    @DisplayName("S2-REQ-M1: the lower modes need nothing")
    void the_lower_modes_need_nothing() {
        for (Mode mode : List.of(Mode.DRY_RUN, Mode.PAPER)) {
            for (boolean readOnly : new boolean[] {true, false}) {
                assertThatCode(() -> assertThat(configuration.modeView(mode, readOnly,
                        List.of(REAL_VENUE)).mode()).isEqualTo(mode)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    @DisplayName("S2-G1: below LIVE a real venue is read-only whatever is set, at LIVE the setting counts")
    void below_live_real_venues_are_read_only() {
        assertThat(ModeLadder.readOnly(Mode.DRY_RUN, false)).isTrue();
        assertThat(ModeLadder.readOnly(Mode.PAPER, false)).isTrue();
        assertThat(ModeLadder.readOnly(Mode.LIVE, false)).isFalse();
        assertThat(ModeLadder.readOnly(Mode.LIVE, true)).isTrue();
    }
}
