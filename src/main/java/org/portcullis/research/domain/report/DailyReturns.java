package org.portcullis.research.domain.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Money;

/**
 * Ratios of return to risk from the returns of UTC days, without a risk-free rate. A year has 365 of them, because the
 * series holds every day of the calendar: right for instruments that trade always, and equally for those that rest at
 * weekends, whose resting days are in the series as days without return.
 */
final class DailyReturns {

    private static final double YEAR_DAYS = 365;
    private static final String TOO_FEW = "fewer than two days";
    private static final String ALIKE = "every day had the same return";
    /** A deviation below that share of the mean is what rounding leaves of equal returns. */
    private static final double ROUNDING = 1e-12;

    private final double[] returns;
    private final @Nullable String missing;
    private final double mean;
    /** Sums of the second, third and fourth powers of what is off the mean. */
    private final double[] powers = new double[5];

    DailyReturns(DailyEquity days) {
        List<Money> closes = days.closes();
        returns = new double[closes.size()];
        Money before = days.start();
        boolean broke = false;
        double sum = 0;
        for (int day = 0; day < returns.length; day++) {
            Money after = closes.get(day);
            broke |= before.e8() <= 0;
            returns[day] = broke ? 0 : (double) after.minus(before).e8() / before.e8();
            sum += returns[day];
            before = after;
        }
        mean = sum / returns.length;
        for (double each : returns) {
            double off = each - mean;
            powers[2] += off * off;
            powers[3] += off * off * off;
            powers[4] += off * off * off * off;
        }
        missing = broke ? "a day began without money" : returns.length < 2 ? TOO_FEW : null;
    }

    /** Yearly Sharpe ratio: mean over standard deviation (W. F. Sharpe, The Sharpe Ratio, JPM 21(1), 1994). */
    Figure sharpe() {
        Figure daily = daily();
        return daily.present() ? Figure.of(daily.value() * Math.sqrt(YEAR_DAYS)) : daily;
    }

    /**
     * Yearly Sortino ratio with target 0: mean over the root of the mean squared loss, taken over all days (F. A.
     * Sortino and L. N. Price, Performance Measurement in a Downside Risk Framework, Journal of Investing 3(3), 1994).
     */
    Figure sortino() {
        if (missing != null) {
            return Figure.none(missing);
        }
        double losses = 0;
        for (double each : returns) {
            losses += each < 0 ? each * each : 0;
        }
        return Figure.ratio(mean * Math.sqrt(YEAR_DAYS), Math.sqrt(losses / returns.length), "no losing day");
    }

    /** Standard deviation of a year in percent: that of a day times the root of the days of a year. */
    Figure volatilityPct() {
        return missing != null ? Figure.none(missing) : Figure.of(100 * deviation() * Math.sqrt(YEAR_DAYS));
    }

    /** Chance that the true Sharpe ratio is above zero, given length, skewness and kurtosis of the series. */
    Figure probabilisticSharpe() {
        Figure daily = daily();
        if (!daily.present()) {
            return daily;
        }
        double count = returns.length;
        double variance = powers[2] / count;
        double skewness = powers[3] / count / StrictMath.pow(variance, 1.5);
        double kurtosis = powers[4] / count / (variance * variance);
        return probabilisticSharpe(daily.value(), returns.length, skewness, kurtosis);
    }

    /**
     * PSR(0) of D. H. Bailey and M. Lopez de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk 15(2), 2012.
     *
     * @param ratio    Sharpe ratio of one period, not of a year
     * @param count    periods
     * @param skewness of the returns of periods
     * @param kurtosis of them; 3 for the normal distribution
     */
    static Figure probabilisticSharpe(double ratio, int count, double skewness, double kurtosis) {
        double spread = 1 - skewness * ratio + (kurtosis - 1) / 4 * ratio * ratio;
        return spread > 0 ? Figure.of(NormalCurve.below(ratio * Math.sqrt(count - 1.0) / Math.sqrt(spread)))
                : Figure.none("returns too few and too lopsided");
    }

    /** Compound growth a year, of {@code end} over {@code start} in that time, in percent; none below one day. */
    static Figure growthPct(Money start, Money end, long spanMs) {
        if (spanMs < DailyEquity.DAY_MS) {
            return Figure.none("shorter than a day");
        }
        if (start.e8() <= 0 || end.isNegative()) {
            return Figure.none("no money at the start or less than none at the end");
        }
        double years = spanMs / (YEAR_DAYS * DailyEquity.DAY_MS);
        return Figure.of(100 * (StrictMath.pow((double) end.e8() / start.e8(), 1 / years) - 1));
    }

    private Figure daily() {
        if (missing != null) {
            return Figure.none(missing);
        }
        double deviation = deviation();
        return Figure.ratio(mean, deviation > ROUNDING * Math.abs(mean) ? deviation : 0, ALIKE);
    }

    private double deviation() {
        return Math.sqrt(powers[2] / (returns.length - 1));
    }
}
