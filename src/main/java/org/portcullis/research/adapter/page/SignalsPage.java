package org.portcullis.research.adapter.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.portcullis.research.domain.report.Figure;
import org.portcullis.research.domain.signals.Baseline;
import org.portcullis.research.domain.signals.Ending;
import org.portcullis.research.domain.signals.Moves;
import org.portcullis.research.domain.signals.ScanTerms;
import org.portcullis.research.domain.signals.Scanned;
import org.portcullis.research.domain.signals.SignalFigures;
import org.portcullis.research.domain.signals.SignalSeries;
import org.portcullis.research.domain.signals.StrategySignals;
import org.portcullis.research.domain.signals.UsualMove;

/** {@code signals.html}: what was proposed and what came after, in one file that loads and runs nothing (B-B9). */
public final class SignalsPage {

    private static final int DECIMALS = 4;

    private final Scanned found;
    private final Instant generatedAt;
    private final Markup page = new Markup();

    public SignalsPage(Scanned found, Instant generatedAt) {
        this.found = found;
        this.generatedAt = generatedAt;
    }

    /** The figures as lines of text for any terminal. */
    public static List<String> lines(Scanned found) {
        List<String> lines = new ArrayList<>();
        lines.add(Shown.plain(Shown.count(found.bars()) + " bars of " + String.join(", ", found.terms().symbols())
                + " from " + Shown.minute(found.terms().fromMs()) + " to " + Shown.minute(found.terms().toMs())
                + " UTC: " + Shown.count(found.signals()) + " proposals"));
        for (StrategySignals strategy : found.strategies()) {
            SignalFigures all = strategy.all();
            lines.add(Shown.plain(strategy.strategy() + ": " + Shown.count(all.longs()) + " long, "
                    + Shown.count(all.shorts()) + " short, " + Shown.count(all.exits()) + " exits; target first "
                    + Shown.count(all.entries().ended(Ending.TARGET)) + ", stop first "
                    + Shown.count(all.entries().ended(Ending.STOP))));
            for (Moves moves : all.entries().moves()) {
                lines.add(Shown.plain(String.format(Locale.ROOT, "  %6d bars after entry: %s %%, all bars %s %%,"
                        + " error %s %%, right %s; %s unfinished", moves.bars(), pct(moves.mean()), pct(moves.usual()),
                        number(moves.error()), share(moves.shareRight()), Shown.count(moves.unfinished()))));
            }
        }
        found.noTrade().forEach((reason, count) -> lines.add(Shown.plain("no proposal, " + reason + ": "
                + Shown.count(count) + " bars")));
        return lines;
    }

    /** The page. */
    public String html() {
        ScanTerms terms = found.terms();
        page.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<title>Signals ")
                .text(String.join(", ", terms.symbols())).raw("</title>\n<style>\n").raw(ReportPage.style())
                .raw("</style></head><body>\n<header><h1>Signals</h1><p>").text(String.join(", ", terms.symbols()))
                .raw(" \u00b7 ").text(String.join(", ", terms.strategies())).raw(" \u00b7 ")
                .text(Shown.minute(terms.fromMs())).raw(" to ").text(Shown.minute(terms.toMs()))
                .raw(" UTC</p></header>\n<main>\n");
        found.strategies().forEach(this::strategy);
        baseline();
        ReportTables tables = new ReportTables(page);
        page.raw("<div class=\"pair\">\n");
        tables.reasons("no-trade", "Bars without a proposal", found.noTrade(), found.bars());
        tables.reasons("outvoted", "Gave way to another proposal", found.outvoted(), found.bars());
        page.raw("</div>\n");
        terms();
        page.raw("</main>\n<footer class=\"muted\">Written ").text(generatedAt.toString())
                .raw(" by Portcullis. Moves are changes of the close in percent, positive in the direction of the"
                        + " proposal; nothing is traded here, and no cost is taken off.</footer>\n</body></html>\n");
        return page.toString();
    }

    private void strategy(StrategySignals strategy) {
        SignalFigures all = strategy.all();
        page.section("strategy-" + strategy.strategy(), strategy.strategy()).raw("<p>")
                .text(Shown.count(all.longs()) + " long, " + Shown.count(all.shorts()) + " short, "
                        + Shown.count(all.exits()) + " exits. Confidence: a tenth below "
                        + number(all.confidence().p10()) + ", half below " + number(all.confidence().p50())
                        + ", a tenth above " + number(all.confidence().p90()) + ".")
                .raw("</p>\n").endSection();
        after("After entries", all.entries(), true);
        after("After exits", all.exited(), false);
        page.raw("<div class=\"pair\">\n");
        groups("By instrument", strategy.bySymbol());
        groups("By rule", strategy.byRule());
        groups("By regime", strategy.byRegime());
        groups("By hour, UTC", strategy.byHour());
        page.raw("</div>\n");
    }

    private void after(String heading, SignalFigures.After after, boolean entries) {
        page.raw("<section><h2>").text(heading).raw("</h2>\n").table(heading, List.of("Bars"), List.of("Finished",
                "Unfinished", "Mean %", "Median %", "Right", "Error %", "All bars %", "All right", "Edge %"));
        for (Moves moves : after.moves()) {
            page.row(List.of(Integer.toString(moves.bars()), Shown.count(moves.finished()),
                    Shown.count(moves.unfinished()), pct(moves.mean()), pct(moves.median()),
                    share(moves.shareRight()), number(moves.error()), pct(moves.usual()), share(moves.usualRight()),
                    pct(moves.edge())));
        }
        page.endTable().raw("<p class=\"muted\">")
                .text("Furthest the right way " + pct(after.favourable()) + " %, the wrong way " + pct(after.adverse())
                        + " % on the mean within " + found.terms().horizons().longest() + " bars."
                        + (entries ? " First came the target of " + Shown.count(after.ended(Ending.TARGET))
                        + ", the stop of " + Shown.count(after.ended(Ending.STOP)) + ", neither of "
                        + Shown.count(after.ended(Ending.NEITHER)) + "; unfinished "
                        + Shown.count(after.ended(Ending.UNFINISHED)) + "." : "")).raw("</p>\n").endSection();
    }

    /** What came after entries, or after exits in a group that has only those, over the horizon in the middle. */
    private void groups(String heading, Map<String, SignalFigures> groups) {
        int shown = found.terms().horizons().shown();
        int bars = found.terms().horizons().bars(shown);
        page.raw("<section><h2>").text(heading + ", after " + bars + " bars").raw("</h2>\n").table(heading,
                List.of("Of"), List.of("Proposals", "Mean %", "All bars %", "Error %", "Right"));
        groups.forEach((name, figures) -> {
            boolean entries = figures.longs() + figures.shorts() > 0;
            Moves moves = (entries ? figures.entries() : figures.exited()).moves().get(shown);
            page.row(List.of(name, Shown.count(figures.longs() + figures.shorts() + figures.exits()),
                    pct(moves.mean()), pct(moves.usual()), number(moves.error()), share(moves.shareRight())));
        });
        page.endTable().endSection();
    }

    private void baseline() {
        page.section("baseline", "All bars").table("All bars", List.of("Of", "Bars"), List.of("Counted", "Mean %",
                "Median %", "Up", "Down", "Error %"));
        baseline("all", found.all());
        for (SignalSeries series : found.series()) {
            baseline(series.symbol(), series.baseline());
        }
        page.endTable().endSection();
    }

    private void baseline(String name, Baseline baseline) {
        for (int i = 0; i < baseline.moves().size(); i++) {
            UsualMove move = baseline.over(i);
            page.row(List.of(name, Integer.toString(found.terms().horizons().bars(i)), Shown.count(move.bars()),
                    pct(move.mean()), pct(move.median()), share(move.shareRight(true)), share(move.shareRight(false)),
                    number(move.error())));
        }
    }

    private void terms() {
        ScanTerms terms = found.terms();
        page.section("terms", "Terms").raw("<dl>\n");
        item("Bars", Shown.count(found.bars()));
        item("Bars, hash", terms.dataHash());
        item("Rules, version", terms.rulesVersion());
        item("Policy, hash", terms.policyHash());
        if (found.holdingAsked()) {
            item("Strategies that ask what they hold", "were told: nothing");
        }
        page.raw("</dl>\n").endSection();
    }

    private void item(String name, String value) {
        page.raw("<div><dt>").text(name).raw("</dt><dd>").text(value).raw("</dd></div>\n");
    }

    private static String pct(double value) {
        return Double.isFinite(value) ? Shown.signed(value, DECIMALS) : Shown.NONE;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : Shown.NONE;
    }

    private static String share(double value) {
        return Double.isFinite(value) ? Shown.share(Figure.of(value)) : Shown.NONE;
    }
}
