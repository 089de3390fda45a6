package org.portcullis.research.domain.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.portcullis.kernel.Money;
import org.portcullis.research.BacktestCounts;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.BacktestTerms;
import org.portcullis.research.BacktestTrade;
import org.portcullis.research.EquitySample;

/**
 * All figures of a backtest (S2-REQ-BT2, B-B4).
 *
 * @param trades       figures of closed trades
 * @param days         worth of the account by UTC day
 * @param profit       worth at the end less cash at the start, open positions at their marks
 * @param profitPct    that as percent of the cash
 * @param drawdownPct  deepest drawdown in percent of the best before it
 * @param drawdowns    the five deepest, deepest first
 * @param drawdownMs   longest drawdown in milliseconds, until the end when it was not made up
 * @param ratios       ratios of return to risk
 * @param exposure     share of the time with a position open; 0 to 1
 * @param exposurePct  mean exposure over time in percent of mean equity
 * @param turnoverTimes turnover over mean equity
 * @param barsPerSecond bars over the seconds that the walk took; the one figure that equal runs do not share
 * @param byInstrument trades by instrument
 * @param byStrategy   trades by strategy
 * @param byEntryRule  trades by the rule that proposed the entry
 * @param byExitRule   trades by what closed them
 * @param byMonth      trades by the UTC month in which they were closed
 */
public record ReportSummary(TradeFigures trades, DailyEquity days, Money profit, Figure profitPct, Figure drawdownPct,
        List<Drawdown> drawdowns, long drawdownMs, Ratios ratios, Figure exposure, Figure exposurePct,
        Figure turnoverTimes, Figure barsPerSecond, Map<String, Slice> byInstrument, Map<String, Slice> byStrategy,
        Map<String, Slice> byEntryRule, Map<String, Slice> byExitRule, Map<String, Slice> byMonth) {

    private static final int DRAWDOWNS_SHOWN = 5;

    /**
     * Ratios of return to risk, from the returns of UTC days; a year has 365.
     *
     * @param sharpe        mean over standard deviation, a year
     * @param sortino       mean over downside deviation, a year
     * @param calmar        compound growth over the deepest drawdown (T. W. Young, Calmar Ratio: A Smoother Tool,
     *     Futures 20(1), 1991), over the whole run
     * @param cagrPct       compound growth a year in percent
     * @param psr           probability that the true Sharpe ratio is above zero; 0 to 1
     * @param volatilityPct standard deviation of a year in percent
     */
    public record Ratios(Figure sharpe, Figure sortino, Figure calmar, Figure cagrPct, Figure psr,
            Figure volatilityPct) {
    }

    /** The figures of a run. */
    public static ReportSummary of(BacktestResult result) {
        BacktestTerms terms = result.terms();
        BacktestCounts counts = result.counts();
        List<EquitySample> equity = result.equity();
        List<BacktestTrade> trades = result.trades();
        DailyEquity days = DailyEquity.of(terms, equity);
        List<Drawdown> all = Drawdowns.of(terms, equity);
        Figure deepest = Drawdowns.deepestPct(terms, all);
        MarketTime market = new MarketTime(terms, equity);
        return new ReportSummary(TradeFigures.of(trades), days, days.last().minus(terms.cash()),
                DailyEquity.gainPct(terms.cash(), days.last()), deepest, Drawdowns.deepest(all, DRAWDOWNS_SHOWN),
                all.stream().mapToLong(each -> each.lengthMs(terms.toMs())).max().orElse(0),
                ratios(terms, days, deepest), market.share(), market.meanPct(),
                market.timesEquity(counts.turnover().e8()),
                Figure.ratio(counts.bars(), result.seconds(), "took no measurable time"),
                Slice.by(trade -> trade.instrument().value(), trades), Slice.by(BacktestTrade::strategy, trades),
                Slice.by(BacktestTrade::entryRule, trades), Slice.by(BacktestTrade::exitRule, trades),
                Slice.by(ReportSummary::month, trades));
    }

    private static Ratios ratios(BacktestTerms terms, DailyEquity days, Figure deepest) {
        DailyReturns returns = new DailyReturns(days);
        Figure growth = DailyReturns.growthPct(terms.cash(), days.last(), terms.toMs() - terms.fromMs());
        Figure calmar = !growth.present() ? growth
                : Figure.ratio(growth.value(), deepest.value(), "no drawdown");
        return new Ratios(returns.sharpe(), returns.sortino(), calmar, growth, returns.probabilisticSharpe(),
                returns.volatilityPct());
    }

    private static String month(BacktestTrade trade) {
        return DailyEquity.month(LocalDate.ofEpochDay(Math.floorDiv(trade.closedAtMs(), DailyEquity.DAY_MS)));
    }
}
