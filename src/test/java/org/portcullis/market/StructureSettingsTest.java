package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;

@DisplayName("S0-09 S0-11 settings of price structure")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StructureSettingsTest {

    @Test
    void the_shipped_policy_has_the_documented_defaults() {
        StructureSettings shipped =
                StructureSettings.from(PolicyBook.open(Path.of("rules", "policy.yaml"), null).current());
        PoolSettings pools = shipped.pools();
        assertThat(shipped.swingBars()).isEqualTo(5);
        assertThat(shipped.equalAtr()).isEqualTo(0.10);
        assertThat(pools.sweepAtr()).isEqualTo(0.02);
        assertThat(pools.reclaimBars()).isEqualTo(3);
        assertThat(pools.depthAtrMax()).isEqualTo(1.5);
        assertThat(pools.farCloseAtr()).isEqualTo(0.25);
        assertThat(pools.farClosesMax()).isEqualTo(2);
        assertThat(pools.displacementBars()).isEqualTo(5);
        assertThat(pools.entryBars()).isEqualTo(10);
        assertThat(pools.stopAtr()).isEqualTo(0.10);
        assertThat(pools.stopTicksMin()).isEqualTo(4);
        assertThat(pools.targetRMin()).isEqualTo(1.5);
        assertThat(pools.targetR()).isEqualTo(2);
        assertThat(pools.displacement())
                .isEqualTo(new DisplacementSettings(0.5, false, 1.2, 2, false, 0.25, false, 1.2));
    }

    @Test
    void a_session_that_ends_before_it_begins_and_a_short_range_longer_than_the_long_one_are_refused() {
        assertThatThrownBy(() -> settings(540, 540, 15, 30)).hasMessageContaining("Asia 540 to 540");
        assertThatThrownBy(() -> settings(540, 541, 30, 30)).hasMessageContaining("opening-short-minutes (30)");
        assertThat(settings(540, 541, 29, 30).openingShort()).isEqualTo(29);
    }

    private static StructureSettings settings(int asiaFrom, int asiaTo, int openingShort, int openingLong) {
        PoolSettings pools = StructureSettings.from(PolicyBook.open(Path.of("rules", "policy.yaml"), null).current())
                .pools();
        return new StructureSettings(5, 14, 8, 8, 8, 0.1, asiaFrom, asiaTo, 480, 1_020, openingShort, openingLong,
                pools);
    }

    @Test
    void a_minute_that_no_day_has_is_refused() {
        assertThatThrownBy(() -> new StructureCalendar(ZoneOffset.UTC, 1_440, 0, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StructureCalendar(ZoneOffset.UTC, 0, 0, -2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new StructureCalendar(ZoneOffset.UTC, 1_439, 1_439, 1_439).closeMinute()).isEqualTo(1_439);
    }
}
