package org.portcullis.research.domain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.research.domain.training.LabelledRow.Outcome;

/** Labels: entry at 100, one R is 2, stop 98, target 104 for a buyer; mirrored for a seller. */
@DisplayName("B-S9 triple-barrier labels")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BarriersTest {

    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");

    @ParameterizedTest(name = "open {0} high {1} low {2}: {3}")
    @CsvSource({"100,103.99,98.01,100,", "100,104,98.01,100,win 2", "100,103.99,98,100,loss -1",
        "100,104,98,100,loss -1", "97,99,96,98,loss -1.5", "98,104,97,98,loss -1", "105,106,97,98,win 2",
        "104,104,97,98,win 2"})
    void a_buyer_meets_the_first_barrier_and_the_stop_where_both_lie_in_one_bar(String open, String high, String low,
            String close, @Nullable String expected) {
        assertThat(told(buyer(0).next(bar(open, high, low, close)))).isEqualTo(expected == null ? "open" : expected);
    }

    @ParameterizedTest(name = "open {0} high {1} low {2}: {3}")
    @CsvSource({"100,101.99,96.01,100,", "100,101.99,96,100,win 2", "100,102,96.01,100,loss -1",
        "103,104,99,100,loss -1.5", "95,103,94,100,win 2"})
    void a_seller_meets_them_mirrored(String open, String high, String low, String close, @Nullable String expected) {
        Barriers seller = new Barriers(-1, 100, 2, 1, 2, 24, 0);
        assertThat(told(seller.next(bar(open, high, low, close)))).isEqualTo(expected == null ? "open" : expected);
    }

    @Test
    void when_time_runs_out_the_close_counts_and_it_is_no_win() {
        Barriers buyer = new Barriers(1, 100, 2, 1, 2, 2, 0);
        assertThat(buyer.next(bar("100", "101", "99", "101"))).isNull();
        assertThat(told(buyer.next(bar("101", "103", "100", "103")))).isEqualTo("loss 1.5");
    }

    @Test
    void costs_are_paid_on_both_sides() {
        Outcome outcome = buyer(10).next(bar("100", "104", "99", "104"));
        assertThat(outcome).isNotNull();
        assertThat(outcome.profitRisk()).isEqualTo((4 - 0.001 * 204) / 2, within(1e-12));
    }

    private static Barriers buyer(double costBps) {
        return new Barriers(1, 100, 2, 1, 2, 24, costBps);
    }

    private static String told(@Nullable Outcome outcome) {
        if (outcome == null) {
            return "open";
        }
        String profit = java.math.BigDecimal.valueOf(outcome.profitRisk()).stripTrailingZeros().toPlainString();
        return (outcome.win() ? "win " : "loss ") + profit;
    }

    private static Bar bar(String open, String high, String low, String close) {
        return new Bar(BTC, 0, FixedPoint.parse(open), FixedPoint.parse(high), FixedPoint.parse(low),
                FixedPoint.parse(close), FixedPoint.ONE);
    }
}
