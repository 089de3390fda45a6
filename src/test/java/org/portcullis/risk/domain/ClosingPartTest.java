package org.portcullis.risk.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.engine.route.Json;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.TradingTerms;
import org.portcullis.strategy.Proposal;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ClosingPartTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final Proposal EXIT = Proposal.closing("p", "s", "r", BTC, Side.SELL, 60_000, 100, "v");

    private static TradingTerms terms() {
        return new TradingTerms(BTC, "BTC", "USDT", FixedPoint.parse("0.01"), FixedPoint.parse("0.1"),
                Quantity.of("0.2"), Money.of("10"), FixedPoint.ONE, Percent.of("0.4"), Percent.of("0.6"));
    }

    @ParameterizedTest
    @CsvSource({"1, 50, 0.5", "1, 51, 0.6", "1, 100, 1", "0.9, 50, 0.5", "1, 1, 0.2", "0.5, 50, 0.3", "0.4, 50, 0.2",
            "0.3, 50, 0.3", "1, 80, 0.8", "1, 81, 1", "0, 50, 0", "0.1, 50, 0.1"})
    void closes_whole_lots_that_the_venue_takes_and_leaves_no_rest_that_it_does_not(String held, String share,
            String closed) {
        assertThat(ClosingPart.of(Quantity.of(held), Percent.of(share), terms())).isEqualTo(Quantity.of(closed));
    }

    @ParameterizedTest
    @CsvSource({"0.4, true", "0.3, false", "0.1, false"})
    void says_whether_something_is_left(String held, boolean left) {
        assertThat(ClosingPart.leavesSome(Quantity.of(held), Percent.of("50"), terms())).isEqualTo(left);
    }

    @Test
    void a_wish_without_a_share_closes_everything_also_one_that_was_kept_before_there_were_shares() {
        String kept = Json.write(EXIT).replaceFirst(",\"closeShare\":\\{[^}]*}|,\"closeShare\":[^,}]*", "");
        assertThat(kept).doesNotContain("closeShare");
        assertThat(Json.read(kept, Proposal.class)).isEqualTo(EXIT);
        assertThat(EXIT.closeShare()).isEqualTo(Proposal.ALL);
    }

    @Test
    void a_share_is_above_nothing_and_at_most_all() {
        Proposal half = EXIT.closing(Percent.of("50"), java.util.Map.of("actual", FixedPoint.ONE));
        assertThat(Json.read(Json.write(half), Proposal.class)).isEqualTo(half);
        assertThat(half.features()).containsEntry("actual", 1.0);
        for (String wrong : java.util.List.of("0", "-1", "100.00000001")) {
            assertThatThrownBy(() -> EXIT.closing(Percent.of(wrong), java.util.Map.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
