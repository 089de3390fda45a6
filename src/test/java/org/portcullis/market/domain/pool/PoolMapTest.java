package org.portcullis.market.domain.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.PoolState;

@DisplayName("S0-09 the map of pool states, every pair of it")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PoolMapTest {

    @Test
    void the_map_with_the_armed_stage_is_this_and_nothing_else() {
        assertThat(written(true)).isEqualTo("""
                DEFINED: SWEPT EXPIRED CANCELLED
                SWEPT: RECLAIMED BROKEN CANCELLED
                RECLAIMED: ARMED BROKEN EXPIRED CANCELLED
                ARMED: TRADE BROKEN EXPIRED CANCELLED
                TRADE: CLOSED CANCELLED
                CLOSED: ends
                BROKEN: ends
                EXPIRED: ends
                CANCELLED: ends""");
    }

    @Test
    void the_simple_map_goes_from_reclaimed_to_trade() {
        assertThat(written(false)).isEqualTo("""
                DEFINED: SWEPT EXPIRED CANCELLED
                SWEPT: RECLAIMED BROKEN CANCELLED
                RECLAIMED: TRADE BROKEN EXPIRED CANCELLED
                ARMED:\s
                TRADE: CLOSED CANCELLED
                CLOSED: ends
                BROKEN: ends
                EXPIRED: ends
                CANCELLED: ends""");
    }

    private static String written(boolean armedStage) {
        PoolMap map = PoolMap.of(armedStage);
        return Arrays.stream(PoolState.values()).map(from -> from + ": " + (map.ends(from) ? "ends"
                : Arrays.stream(PoolState.values()).filter(to -> map.allows(from, to)).map(PoolState::name)
                        .collect(Collectors.joining(" ")))).collect(Collectors.joining("\n"));
    }
}
