package org.portcullis.research.adapter.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.portcullis.research.BacktestCounts;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.BacktestTerms;
import org.portcullis.research.domain.report.ReportSummary;
import org.portcullis.research.domain.report.TradeFigures;

/** {@code report.html}: one file for a person. It loads nothing and runs nothing; its style stands in it (B-B4). */
public final class ReportPage {

    private final BacktestResult result;
    private final ReportSummary summary;
    private final Instant generatedAt;
    private final Markup page = new Markup();

    public ReportPage(BacktestResult result, ReportSummary summary, Instant generatedAt) {
        this.result = result;
        this.summary = summary;
        this.generatedAt = generatedAt;
    }

    /** The headline figures as lines of text for any terminal. */
    public static List<String> headlines(BacktestResult result, ReportSummary summary) {
        List<String> lines = new ArrayList<>();
        for (Headline each : Headline.of(result, summary)) {
            lines.add(Shown.plain(each.name() + ": " + each.figure()
                    + (each.note().isEmpty() ? "" : " (" + each.note() + ")")));
        }
        return lines;
    }

    /** The page. */
    public String html() {
        BacktestTerms terms = result.terms();
        String from = Shown.minute(terms.fromMs());
        String to = Shown.minute(terms.toMs());
        page.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>Backtest ")
                .text(String.join(", ", terms.symbols())).raw("</title>\n<style>\n").raw(style())
                .raw("</style></head><body>\n<header><h1>Backtest</h1><p>").text(String.join(", ", terms.symbols()))
                .raw(" \u00b7 ").text(String.join(", ", terms.strategies())).raw(" \u00b7 ").text(from)
                .raw(" to ").text(to).raw(" UTC</p></header>\n<main>\n");
        headline();
        page.section("equity", "Equity and drawdown");
        new CurveChart(terms, result.equity()).draw(page, from, to);
        page.endSection();
        tables();
        terms();
        page.raw("</main>\n<footer class=\"muted\">Written ").text(generatedAt.toString())
                .raw(" by Portcullis. Ratios are of a year of 365 days, from the equity at the end of each UTC day,"
                        + " without a risk-free rate.</footer>\n</body></html>\n");
        return page.toString();
    }

    private void headline() {
        page.raw("<section class=\"band\" aria-label=\"Headline figures\">\n");
        for (Headline each : Headline.of(result, summary)) {
            page.raw("<div><span class=\"muted\">").text(each.name()).raw("</span><b class=\"")
                    .raw(Markup.tone(each.figure()).strip()).raw("\">").text(each.figure())
                    .raw("</b><small class=\"muted\">").text(each.note()).raw("</small></div>\n");
        }
        page.raw("</section>\n");
    }

    private void tables() {
        BacktestCounts counts = result.counts();
        ReportTables tables = new ReportTables(page);
        tables.months(summary.days());
        page.raw("<div class=\"pair\">\n");
        tables.slices("strategies", "By strategy", "Strategy", summary.byStrategy());
        tables.slices("instruments", "By instrument", "Instrument", summary.byInstrument());
        tables.slices("entries", "By entry rule", "Rule", summary.byEntryRule());
        tables.slices("exits", "By exit", "Rule", summary.byExitRule());
        tables.reasons("no-trade", "Bars without a proposal", counts.noTrade(), counts.bars());
        tables.reasons("denials", "Orders denied", counts.denials(), counts.denied());
        page.raw("</div>\n");
        tables.drawdowns(summary.drawdowns(), result.terms().toMs());
        details();
        tables.trades(result.trades());
    }

    private void details() {
        TradeFigures trades = summary.trades();
        BacktestCounts counts = result.counts();
        ReportSummary.Ratios ratios = summary.ratios();
        page.section("figures", "More figures").raw("<dl>\n");
        item("Profit of closed trades", Shown.gain(trades.profit()));
        item("Profit of positions still open", Shown.gain(counts.unrealised()) + " in " + counts.openAtEnd());
        item("Expectancy of a trade", Shown.gain(trades.expectancy()));
        item("Average win", Shown.gain(trades.averageWin()));
        item("Average loss", Shown.gain(trades.averageLoss()));
        item("Longest losing run", Shown.count(trades.longestLosingRun()));
        item("Longest drawdown, days", Shown.days(summary.drawdownMs()));
        item("Volatility a year", Shown.pct(ratios.volatilityPct()));
        item("Slippage", Shown.amount(trades.slippage()));
        item("Turnover", Shown.amount(counts.turnover()) + ", times mean equity: "
                + Shown.figure(summary.turnoverTimes()));
        item("Mean exposure, of equity", Shown.pct(summary.exposurePct()));
        item("Proposals", Shown.count(counts.proposals()));
        item("Orders approved, denied, asked", Shown.count(counts.approved()) + ", " + Shown.count(counts.denied())
                + ", " + Shown.count(counts.asked()));
        item("Orders and fills", Shown.count(counts.orders()) + ", " + Shown.count(counts.fills()));
        item("Bars", Shown.count(counts.bars()));
        item("Bars a second", summary.barsPerSecond().present()
                ? Shown.count(Math.round(summary.barsPerSecond().value())) : Shown.NONE);
        page.raw("</dl>\n").endSection();
    }

    private void terms() {
        BacktestTerms terms = result.terms();
        page.section("terms", "Terms").raw("<dl>\n");
        item("Seed", Long.toString(terms.seed()));
        item("Cash", Shown.amount(terms.cash()));
        item("Approvals", terms.approvals());
        item("Bars, hash", terms.dataHash());
        item("Rules, version", terms.rulesVersion());
        item("Policy, hash", terms.policyHash());
        terms.costModel().forEach((name, value) -> item("Cost: " + name, value));
        page.raw("</dl>\n").endSection();
    }

    private void item(String name, String value) {
        page.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>\n");
    }

    /** The style of reports. */
    static String style() {
        try (InputStream css = Objects.requireNonNull(ReportPage.class.getResourceAsStream("/research/report.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("research/report.css of this program cannot be read", unreadable);
        }
    }
}
