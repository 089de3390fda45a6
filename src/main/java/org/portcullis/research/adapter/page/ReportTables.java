package org.portcullis.research.adapter.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.kernel.Money;
import org.portcullis.research.BacktestTrade;
import org.portcullis.research.domain.report.DailyEquity;
import org.portcullis.research.domain.report.Drawdown;
import org.portcullis.research.domain.report.Figure;
import org.portcullis.research.domain.report.Slice;

/** The tables of a report's page. */
final class ReportTables {

    /** Trades shown from each end of a long list. */
    static final int ENDS = 500;
    private static final int MONTHS = 12;
    private static final List<String> MONTH_HEADS = List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
            "Aug", "Sep", "Oct", "Nov", "Dec", "Year %");

    private final Markup page;

    ReportTables(Markup page) {
        this.page = page;
    }

    /** Returns in percent, a row for each year. */
    void months(DailyEquity days) {
        Map<Integer, String[]> years = new TreeMap<>();
        days.returnPctByMonth().forEach((month, gain) -> years.computeIfAbsent(year(month), none -> empty())[
                Integer.parseInt(month.substring(month.length() - 2))] = bare(gain));
        Map<Integer, Money> ends = new TreeMap<>();
        days.byDay().forEach((day, worth) -> ends.put(day.getYear(), worth));
        Money before = days.start();
        page.section("months", "Return by month, %").table("Return by month in percent", List.of("Year"), MONTH_HEADS);
        for (Map.Entry<Integer, String[]> year : years.entrySet()) {
            Money after = ends.getOrDefault(year.getKey(), before);
            List<String> cells = new ArrayList<>(List.of(year.getValue()));
            cells.set(0, LocalDate.of(year.getKey(), 1, 1).toString().substring(0, 4));
            cells.add(bare(DailyEquity.gainPct(before, after)));
            page.row(cells);
            before = after;
        }
        page.endTable().endSection();
    }

    private static int year(String month) {
        return Integer.parseInt(month.substring(0, month.length() - 3));
    }

    private static String[] empty() {
        String[] cells = new String[MONTHS + 1];
        Arrays.fill(cells, "");
        return cells;
    }

    /** The heading says percent; a cell need not. */
    private static String bare(Figure gain) {
        return Shown.gainPct(gain).replace(" %", "");
    }

    void drawdowns(List<Drawdown> deepest, long endMs) {
        if (deepest.isEmpty()) {
            return;
        }
        page.section("drawdowns", "Deepest drawdowns").table("Deepest drawdowns", List.of("From (UTC)", "Lowest",
                "Made up"), List.of("Days", "Amount", "%"));
        deepest.forEach(each -> page.row(List.of(Shown.minute(each.fromMs()), Shown.minute(each.troughMs()),
                each.untilMs() == null ? "not yet" : Shown.minute(each.untilMs()), Shown.days(each.lengthMs(endMs)),
                Shown.gain(each.amount().negated()), bare(Figure.of(-each.pct())))));
        page.endTable().endSection();
    }

    /** Most profit first. */
    void slices(String id, String heading, String head, Map<String, Slice> slices) {
        if (slices.isEmpty()) {
            return;
        }
        page.section(id, heading).table(heading, List.of(head), List.of("Trades", "Won", "Profit", "Fees"));
        slices.entrySet().stream().sorted(Comparator.comparing((Map.Entry<String, Slice> each) ->
                each.getValue().profit()).reversed()).forEach(each -> page.row(List.of(each.getKey(),
                        Shown.count(each.getValue().trades()), Shown.share(each.getValue().wins(),
                        each.getValue().trades()), Shown.gain(each.getValue().profit()),
                        Shown.amount(each.getValue().fees()))));
        page.endTable().endSection();
    }

    /** Most frequent first. */
    void reasons(String id, String heading, Map<String, Long> reasons, long of) {
        if (reasons.isEmpty()) {
            return;
        }
        page.section(id, heading).table(heading, List.of("Reason"), List.of("Times", "Share"));
        reasons.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()
                .thenComparing(Map.Entry.comparingByKey())).forEach(each -> page.row(List.of(each.getKey(),
                        Shown.count(each.getValue()), Shown.share(each.getValue(), of))));
        page.endTable().endSection();
    }

    void trades(List<BacktestTrade> trades) {
        page.section("trades", "Trades");
        if (trades.isEmpty()) {
            page.raw("<p>No trade was closed. Why bars brought none, and why orders were denied, stands above.</p>\n")
                    .endSection();
            return;
        }
        boolean cut = trades.size() > 2 * ENDS;
        if (cut) {
            page.raw("<p class=\"muted\">The first ").text(Shown.count(ENDS)).raw(" and the last ")
                    .text(Shown.count(ENDS)).raw(" of ").text(Shown.count(trades.size()))
                    .raw(" trades; all of them stand in the report's JSON.</p>\n");
        }
        page.table("Trades", List.of("Opened (UTC)", "Closed (UTC)", "Instrument", "Side", "Strategy", "Entry by",
                "Exit by"), List.of("Quantity", "Entry", "Exit", "Profit", "Fees"));
        for (int i = 0; i < trades.size(); i++) {
            if (cut && i == ENDS) {
                page.raw("<tr><td colspan=\"12\" class=\"muted\">").text(Shown.count(trades.size() - 2L * ENDS))
                        .raw(" trades left out</td></tr>\n");
                i = trades.size() - ENDS;
            }
            trade(trades.get(i));
        }
        page.endTable().endSection();
    }

    private void trade(BacktestTrade trade) {
        page.row(List.of(Shown.minute(trade.openedAtMs()), Shown.minute(trade.closedAtMs()),
                trade.instrument().value(), trade.side().name(), trade.strategy(), trade.entryRule(),
                trade.exitRule(), trade.quantity().toString(), trade.entry().toString(), trade.exit().toString(),
                Shown.gain(trade.profit()), Shown.amount(trade.fees())));
    }
}
