package org.portcullis.research.adapter.page;

import java.util.List;
import java.util.Objects;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.domain.report.Figure;
import org.portcullis.research.domain.report.ReportSummary;

/**
 * One of the figures that a reader wants first.
 *
 * @param name   what it is
 * @param figure the figure as shown; a dash when there is none
 * @param note   what belongs to it, or why there is none; may be empty
 */
record Headline(String name, String figure, String note) {

    static List<Headline> of(BacktestResult result, ReportSummary summary) {
        ReportSummary.Ratios ratios = summary.ratios();
        return List.of(
                with("Return", Shown.gainPct(summary.profitPct()), summary.profitPct(),
                        Shown.gain(summary.profit()) + " on " + Shown.amount(result.terms().cash())),
                with("Max drawdown", Shown.pct(summary.drawdownPct()), summary.drawdownPct(),
                        Shown.days(summary.drawdownMs()) + " days the longest"),
                new Headline("Trades", Shown.count(summary.trades().total()),
                        Shown.count(summary.trades().wins()) + " won, " + Shown.count(summary.trades().losses())
                                + " lost"),
                with("Win rate", Shown.share(summary.trades().winRate()), summary.trades().winRate(), ""),
                with("Profit factor", Shown.figure(summary.trades().profitFactor()),
                        summary.trades().profitFactor(), ""),
                with("Sharpe", Shown.figure(ratios.sharpe()), ratios.sharpe(), ratios.psr().present()
                        ? "above 0 with " + Shown.share(ratios.psr()) : ""),
                with("Sortino", Shown.figure(ratios.sortino()), ratios.sortino(), ""),
                with("Calmar", Shown.figure(ratios.calmar()), ratios.calmar(), ratios.cagrPct().present()
                        ? Shown.gainPct(ratios.cagrPct()) + " a year" : ""),
                with("Exposure", Shown.share(summary.exposure()), summary.exposure(), "of the time"),
                new Headline("Fees", Shown.amount(summary.trades().fees()), "taken off the return"));
    }

    private static Headline with(String name, String shown, Figure figure, String note) {
        return new Headline(name, shown, Objects.requireNonNullElse(figure.missing(), note));
    }
}
