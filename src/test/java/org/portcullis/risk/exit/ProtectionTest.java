package org.portcullis.risk.exit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Side;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ProtectionTest {

    private static Protection guard(Side side, String stop, String best) {
        return Protection.opened(new AccountId("paper-main"), new InstrumentId("BTCUSDT"), "s", side, 0,
                Price.of(best), Price.of(stop), Price.of("0"), true);
    }

    @ParameterizedTest
    @CsvSource({"BUY, 96, 97, 100, 97", "BUY, 96, 95, 100, 96", "BUY, 96, 100, 100, 96", "BUY, 96, 99.99, 100, 99.99",
        "SELL, 104, 103, 100, 103", "SELL, 104, 105, 100, 104", "SELL, 104, 100, 100, 104",
        "SELL, 104, 100.01, 100, 100.01"})
    void a_stop_moves_towards_profit_and_not_beyond_the_last_price(Side side, String stop, String to, String last,
            String after) {
        assertThat(guard(side, stop, "100").moved(Price.of(to), Price.of(last), 60_000).stop())
                .isEqualTo(Price.of(after));
    }

    @ParameterizedTest
    @CsvSource({"BUY, 101, 101", "BUY, 99, 100", "SELL, 99, 99", "SELL, 101, 100"})
    void the_best_price_is_that_of_the_side(Side side, String seen, String best) {
        assertThat(guard(side, "50", "100").seen(Price.of(seen).e8()).best()).isEqualTo(Price.of(best));
    }

    @ParameterizedTest
    @CsvSource({"BUY, 96, 97, 97", "BUY, 96, 95, 96", "SELL, 104, 103, 103", "SELL, 104, 105, 104"})
    void what_is_added_to_a_position_never_loosens_its_stop(Side side, String stop, String added, String after) {
        assertThat(guard(side, stop, "100").enlarged(guard(side, added, "100")).stop()).isEqualTo(Price.of(after));
    }

    @org.junit.jupiter.api.Test
    void a_bar_that_is_shown_again_meets_the_stop_that_held_while_it_ran() {
        Protection moved = guard(Side.BUY, "96", "100").moved(Price.of("97"), Price.of("100"), 60_000)
                .moved(Price.of("98"), Price.of("100"), 60_000);
        assertThat(moved.stopUntil(60_000)).isEqualTo(Price.of("96"));
        assertThat(moved.stopUntil(60_001)).isEqualTo(Price.of("98"));
        assertThat(moved.moved(Price.of("99"), Price.of("100"), 120_000).stopUntil(120_000)).isEqualTo(Price.of("98"));
    }
}
