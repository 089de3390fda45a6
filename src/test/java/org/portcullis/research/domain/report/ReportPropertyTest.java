package org.portcullis.research.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.portcullis.research.SampleBacktest.FROM_MS;
import static org.portcullis.research.SampleBacktest.MINUTE_MS;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.Money;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.BacktestTrade;
import org.portcullis.research.EquitySample;
import org.portcullis.research.SampleBacktest;

/**
 * The figures of drawn runs against a second, slower way to the same: minute by minute, every pair of samples, decimal
 * sums and an integrated normal curve.
 */
@DisplayName("B-B4 the figures of drawn runs against a second way to them")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReportPropertyTest {

    private static final int RUNS = 150;

    @Test
    void figures_of_trades_equal_their_decimal_sums() {
        each((result, summary) -> {
            TradeFigures figures = summary.trades();
            assertThat(decimal(figures.profit())).isEqualByComparingTo(sum(result, trade -> true));
            BigDecimal won = sum(result, trade -> trade.profit().e8() > 0);
            BigDecimal lost = sum(result, trade -> trade.profit().e8() < 0).negate();
            assertThat(decimal(figures.won())).isEqualByComparingTo(won);
            assertThat(figures.profitFactor().present()).isEqualTo(lost.signum() > 0);
            if (lost.signum() > 0) {
                near(figures.profitFactor(), won.divide(lost, MathContext.DECIMAL64).doubleValue());
            }
            assertThat(figures.longestLosingRun()).isEqualTo(longestRun(result.trades()));
            assertThat(summary.byExitRule().values().stream().mapToLong(Slice::trades).sum())
                    .isEqualTo(summary.byEntryRule().values().stream().mapToLong(Slice::trades).sum())
                    .isEqualTo(figures.total());
            assertThat(summary.byStrategy().values().stream().map(Slice::profit).reduce(Money.ZERO, Money::plus))
                    .isEqualTo(summary.byMonth().values().stream().map(Slice::profit).reduce(Money.ZERO, Money::plus))
                    .isEqualTo(figures.profit());
        });
    }

    @Test
    void the_deepest_drawdown_is_the_worst_of_all_pairs_of_samples() {
        each((result, summary) -> {
            double[] worths = DoubleStream.concat(DoubleStream.of(result.terms().cash().e8()),
                    result.equity().stream().mapToDouble(sample -> sample.equity().e8())).toArray();
            double worst = 0;
            for (int i = 0; i < worths.length; i++) {
                for (int j = i; j < worths.length; j++) {
                    worst = Math.max(worst, worths[i] > 0 ? 100 * (worths[i] - worths[j]) / worths[i] : 0);
                }
            }
            near(summary.drawdownPct(), worst);
        });
    }

    @Test
    void days_and_time_in_the_market_are_those_of_a_walk_by_minutes() {
        each((result, summary) -> {
            int minutes = (int) ((result.terms().toMs() - FROM_MS) / MINUTE_MS);
            List<Money> closes = new ArrayList<>();
            double held = 0;
            double exposed = 0;
            double worth = 0;
            for (int minute = 0; minute <= minutes; minute++) {
                EquitySample now = at(result, minute);
                if (minute > 0 && (minute % 1440 == 0 || minute == minutes)) {
                    closes.add(now.equity());
                }
                if (minute < minutes) {
                    held += now.exposure().e8() > 0 ? 1 : 0;
                    exposed += now.exposure().e8();
                    worth += now.equity().e8();
                }
            }
            assertThat(summary.days().closes()).isEqualTo(closes);
            near(summary.exposure(), held / minutes);
            if (worth > 0) {
                near(summary.exposurePct(), 100 * exposed / worth);
            }
        });
    }

    @Test
    void ratios_are_those_of_the_textbook() {
        int[] seen = {0};
        each((result, summary) -> {
            List<Money> closes = new ArrayList<>(summary.days().closes());
            closes.add(0, result.terms().cash());
            double[] returns = new double[closes.size() - 1];
            Arrays.setAll(returns, day -> (double) closes.get(day + 1).e8() / closes.get(day).e8() - 1);
            if (returns.length < 2 || closes.stream().limit(returns.length).anyMatch(each -> each.e8() <= 0)) {
                assertThat(summary.ratios().sharpe().present()).isFalse();
                return;
            }
            seen[0]++;
            double mean = Arrays.stream(returns).average().orElseThrow();
            double deviation = Math.sqrt(power(returns, 2) * returns.length / (returns.length - 1));
            near(summary.ratios().sharpe(), mean / deviation * Math.sqrt(365));
            double downside = Math.sqrt(Arrays.stream(returns).map(each -> Math.pow(Math.min(each, 0), 2)).sum()
                    / returns.length);
            if (downside > 0) {
                near(summary.ratios().sortino(), mean / downside * Math.sqrt(365));
            }
            double ratio = mean / deviation;
            double spread = 1 - power(returns, 3) / Math.pow(power(returns, 2), 1.5) * ratio
                    + (power(returns, 4) / Math.pow(power(returns, 2), 2) - 1) / 4 * ratio * ratio;
            near(summary.ratios().psr(), integrated(ratio * Math.sqrt((returns.length - 1) / spread)));
        });
        assertThat(seen[0]).as("runs with ratios").isGreaterThan(RUNS / 3);
    }

    private interface Check {
        void of(BacktestResult result, ReportSummary summary);
    }

    private static void each(Check check) {
        long first = Long.getLong("seed", 1);
        for (long seed = first; seed < first + RUNS; seed++) {
            BacktestResult result = SampleBacktest.random(seed);
            try {
                check.of(result, ReportSummary.of(result));
            } catch (AssertionError wrong) {
                throw new AssertionError("seed " + seed + ": " + wrong.getMessage(), wrong);
            }
        }
    }

    private static EquitySample at(BacktestResult result, int minute) {
        EquitySample last = result.equity().get(0);
        for (EquitySample sample : result.equity()) {
            last = sample.atMs() <= FROM_MS + minute * MINUTE_MS ? sample : last;
        }
        return last;
    }

    private static int longestRun(List<BacktestTrade> trades) {
        StringBuilder signs = new StringBuilder();
        trades.forEach(trade -> signs.append(trade.profit().e8() < 0 ? 'L' : ' '));
        return Arrays.stream(signs.toString().split(" ")).mapToInt(String::length).max().orElse(0);
    }

    private static BigDecimal sum(BacktestResult result, Predicate<BacktestTrade> which) {
        return result.trades().stream().filter(which).map(trade -> decimal(trade.profit()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal decimal(Money amount) {
        return new BigDecimal(amount.toString());
    }

    /** Mean of that power of what is off the mean. */
    private static double power(double[] values, int power) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values).map(each -> Math.pow(each - mean, power)).average().orElseThrow();
    }

    /** The normal curve added up from 0 to {@code x} by Simpson's rule. */
    private static double integrated(double x) {
        int steps = 2000;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double at = x * i / steps;
            sum += Math.exp(-at * at / 2) * (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2);
        }
        return 0.5 + sum * x / steps / 3 / Math.sqrt(2 * Math.PI);
    }

    private static void near(Figure figure, double value) {
        assertThat(figure.missing()).isNull();
        assertThat(figure.value()).isEqualTo(value, within(1e-8 * Math.max(1, Math.abs(value))));
    }
}
