package org.portcullis.research.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.portcullis.research.SampleBacktest.DAY_MS;
import static org.portcullis.research.SampleBacktest.FROM_MS;
import static org.portcullis.research.SampleBacktest.trade;
import static org.portcullis.research.SampleBacktest.worth;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.Money;
import org.portcullis.research.BacktestTrade;
import org.portcullis.research.EquitySample;
import org.portcullis.research.SampleBacktest;

/** Figures that were worked out by hand or stand in the papers they come from. */
@DisplayName("B-B4 the figures of a report")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReportFiguresTest {

    private static final int DAY = 1440;

    private static ReportSummary days(String cash, int days, EquitySample... equity) {
        return ReportSummary.of(SampleBacktest.of(SampleBacktest.terms(cash, FROM_MS + days * DAY_MS), List.of(),
                List.of(equity)));
    }

    private static TradeFigures trades(String... profits) {
        List<BacktestTrade> trades = new java.util.ArrayList<>();
        for (String profit : profits) {
            trades.add(trade(profit, trades.size()));
        }
        return TradeFigures.of(trades);
    }

    @Test
    void three_days_up_down_up_give_the_ratios_worked_out_by_hand() {
        ReportSummary three = days("100", 3, worth(0, "100"), worth(600, "110"), worth(DAY + 5, "99"),
                worth(3 * DAY, "108.9"));
        assertThat(three.profit()).isEqualTo(Money.of("8.9"));
        assertThat(three.profitPct().value()).isEqualTo(8.9, within(1e-12));
        assertThat(three.drawdownPct().value()).isEqualTo(10, within(1e-12));
        assertThat(three.ratios().sharpe().value()).isEqualTo(5.515130702591, within(1e-9));
        assertThat(three.ratios().sortino().value()).isEqualTo(11.030261405182, within(1e-9));
        assertThat(three.ratios().psr().value()).isEqualTo(0.6444725, within(1e-6));
        assertThat(three.ratios().cagrPct().value()).isEqualTo(100 * (Math.pow(1.089, 365 / 3.0) - 1), within(1e-6));
        assertThat(three.ratios().calmar().value())
                .isEqualTo(three.ratios().cagrPct().value() / 10, within(1e-9));
        assertThat(three.days().returnPctByMonth()).containsOnlyKeys("2026-01");
    }

    @ParameterizedTest
    @CsvSource({"0,3,0.982", "-2.448,10.164,0.913"})
    @DisplayName("the probabilistic Sharpe ratio says what Bailey and Lopez de Prado say of two years of months")
    void probabilistic_sharpe_of_the_paper(double skewness, double kurtosis, double said) {
        assertThat(DailyReturns.probabilisticSharpe(0.458, 24, skewness, kurtosis).value())
                .isEqualTo(said, within(0.0005));
    }

    @ParameterizedTest
    @CsvSource({"0,0.5", "-38,0", "38,1", "1,0.8413447460685429", "-1.96,0.024997895148220435",
        "-5,2.866515718791933e-7", "3,0.9986501019683699", "-8,6.220960574271786e-16", "7.5,0.9999999999999681"})
    void the_normal_curve_is_the_published_one(double x, double below) {
        assertThat(NormalCurve.below(x)).isEqualTo(below, within(Math.min(1e-14, 1e-7 * below)));
    }

    @Test
    void trades_won_lost_and_even_are_counted_apart() {
        TradeFigures figures = trades("3", "-1", "-2", "0", "-4", "6");
        assertThat(figures.winRate().value()).isEqualTo(2 / 6.0);
        assertThat(figures.losses()).isEqualTo(3);
        assertThat(figures.profit()).isEqualTo(Money.of("2"));
        assertThat(figures.profitFactor().value()).isEqualTo(9 / 7.0);
        assertThat(figures.expectancy()).isEqualTo(Money.of("0.33333333"));
        assertThat(figures.averageWin()).isEqualTo(Money.of("4.5"));
        assertThat(figures.averageLoss()).isEqualTo(Money.of("-2.33333333"));
        assertThat(figures.longestLosingRun()).as("the even trade ends the run").isEqualTo(2);
        assertThat(figures.fees()).isEqualTo(Money.of("0.6"));
        assertThat(figures.slippage()).isEqualTo(Money.of("0.12"));
    }

    @Test
    void the_earlier_of_two_equal_trades_is_the_best_and_the_worst() {
        TradeFigures figures = trades("1", "2", "2", "1");
        assertThat(figures.best()).isEqualTo(trade("2", 1));
        assertThat(figures.worst()).isEqualTo(trade("1", 0));
    }

    @Test
    void without_a_loss_there_is_no_profit_factor_and_the_smallest_loss_gives_one() {
        assertThat(trades("1", "0").profitFactor()).isEqualTo(Figure.none("no trade lost"));
        assertThat(trades("1", "-0.00000001").profitFactor().value()).isEqualTo(100_000_000);
    }

    @Test
    void without_trades_there_is_neither_rate_nor_mean() {
        assertThat(trades().winRate()).isEqualTo(Figure.none("no trade"));
        assertThat(trades().profitFactor()).isEqualTo(Figure.none("no trade"));
        assertThat(trades().expectancy()).isNull();
        assertThat(trades().best()).isNull();
    }

    @Test
    void one_day_has_a_growth_and_no_deviation_and_two_days_have_both() {
        ReportSummary.Ratios one = days("100", 1, worth(0, "100"), worth(DAY, "101")).ratios();
        assertThat(one.sharpe()).isEqualTo(Figure.none("fewer than two days"));
        assertThat(one.cagrPct().present()).isTrue();
        ReportSummary.Ratios two = days("100", 2, worth(0, "100"), worth(DAY, "101"), worth(2 * DAY, "99")).ratios();
        assertThat(two.sharpe().present()).isTrue();
        assertThat(two.sortino().present()).isTrue();
    }

    @Test
    void a_minute_less_than_a_day_has_no_yearly_growth() {
        assertThat(DailyReturns.growthPct(Money.of("100"), Money.of("101"), DAY_MS).present()).isTrue();
        assertThat(DailyReturns.growthPct(Money.of("100"), Money.of("101"), DAY_MS - 1))
                .isEqualTo(Figure.none("shorter than a day"));
    }

    @Test
    void growth_beyond_counting_is_none() {
        assertThat(DailyReturns.growthPct(Money.of("1"), Money.of("1000000"), DAY_MS).missing())
                .isEqualTo("too large to mean anything");
    }

    @Test
    void days_that_grow_alike_have_no_sharpe_ratio() {
        assertThat(days("100", 3, worth(1, "110"), worth(DAY + 1, "121"), worth(2 * DAY + 1, "133.1")).ratios()
                .sharpe()).isEqualTo(Figure.none("every day had the same return"));
        assertThat(days("100", 3).ratios().sharpe().present()).isFalse();
    }

    @Test
    void what_stands_at_midnight_belongs_to_the_day_that_ends_and_a_millisecond_later_to_the_next() {
        assertThat(days("100", 2, worth(DAY, "150")).days().closes()).containsExactly(Money.of("150"),
                Money.of("150"));
        EquitySample later = new EquitySample(FROM_MS + DAY_MS + 1, Money.of("150"), Money.ZERO);
        assertThat(days("100", 2, later).days().closes()).containsExactly(Money.of("100"), Money.of("150"));
    }

    @Test
    void no_cash_gives_no_ratio_and_no_infinity() {
        ReportSummary none = days("0", 3);
        assertThat(none.profitPct()).isEqualTo(Figure.none("no money to begin with"));
        assertThat(none.drawdownPct()).isEqualTo(Figure.none("no cash at the start"));
        assertThat(none.ratios().sharpe()).isEqualTo(Figure.none("a day began without money"));
        assertThat(none.ratios().cagrPct().present()).isFalse();
        assertThat(none.exposurePct()).isEqualTo(Figure.none("no equity over time"));
    }

    @Test
    void a_loss_of_more_than_everything_is_a_drawdown_of_more_than_a_hundred() {
        ReportSummary broke = days("100", 2, worth(10, "-20"));
        assertThat(broke.drawdownPct().value()).isEqualTo(120, within(1e-12));
        assertThat(broke.ratios().sharpe().present()).isFalse();
        assertThat(broke.ratios().cagrPct().present()).isFalse();
    }

    @Test
    void a_drawdown_ends_when_the_best_is_reached_again_and_the_last_may_stay_open() {
        ReportSummary two = days("100", 2, worth(10, "90"), worth(20, "80"), worth(30, "99.99999999"),
                worth(40, "100"), worth(50, "95"));
        assertThat(two.drawdowns()).containsExactly(
                new Drawdown(FROM_MS, FROM_MS + 20 * 60_000, FROM_MS + 40 * 60_000, Money.of("20"), 20),
                new Drawdown(FROM_MS + 40 * 60_000, FROM_MS + 50 * 60_000, null, Money.of("5"), 5));
        assertThat(two.drawdownMs()).isEqualTo(2 * DAY_MS - 40 * 60_000);
    }

    @Test
    void only_the_five_deepest_drawdowns_are_kept_deepest_first() {
        EquitySample[] falls = new EquitySample[12];
        for (int i = 0; i < 6; i++) {
            falls[2 * i] = worth(2 * i, Integer.toString(94 + i));
            falls[2 * i + 1] = worth(2 * i + 1, "100");
        }
        assertThat(days("100", 1, falls).drawdowns()).extracting(fall -> fall.amount().toString())
                .containsExactly("6", "5", "4", "3", "2");
    }

    @Test
    void half_the_time_with_half_the_money_is_a_quarter_on_average() {
        ReportSummary half = days("100", 2, worth(0, "100", "50"), worth(DAY, "100"));
        assertThat(half.exposure().value()).isEqualTo(0.5);
        assertThat(half.exposurePct().value()).isEqualTo(25);
        assertThat(half.turnoverTimes().value()).isEqualTo(200);
        assertThat(half.barsPerSecond().value()).isEqualTo(2000);
    }

    @Test
    void trades_without_a_known_rule_stand_under_unknown() {
        assertThat(Slice.by(trade -> " ", List.of(trade("5", 0), trade("-2", 1))))
                .containsExactly(java.util.Map.entry("unknown", new Slice(2, 1, Money.of("3"), Money.of("0.2"))));
    }
}
