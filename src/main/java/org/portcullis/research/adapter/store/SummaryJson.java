package org.portcullis.research.adapter.store;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.research.BacktestCounts;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.BacktestTrade;
import org.portcullis.research.domain.report.DailyEquity;
import org.portcullis.research.domain.report.Drawdown;
import org.portcullis.research.domain.report.Figure;
import org.portcullis.research.domain.report.ReportSummary;
import org.portcullis.research.domain.report.Slice;
import org.portcullis.research.domain.report.TradeFigures;

/** The section {@code summary} of a report. */
final class SummaryJson {

    private static final double DAY_MS = 86_400_000;
    private static final String NO_TRADE = "no trade";

    private final BacktestResult result;
    private final ReportSummary summary;
    private final JsonGenerator json;
    private final ReportFigures figures;

    SummaryJson(BacktestResult result, ReportSummary summary, JsonGenerator json, ReportFigures figures) {
        this.result = result;
        this.summary = summary;
        this.json = json;
        this.figures = figures;
    }

    void write() throws IOException {
        trades(summary.trades());
        risk();
        counts(result.counts());
        slices("by_instrument", summary.byInstrument());
        slices("by_strategy", summary.byStrategy());
        slices("by_entry_rule", summary.byEntryRule());
        slices("by_exit_rule", summary.byExitRule());
        slices("by_month", summary.byMonth());
        days(summary.days());
        json.writeObjectFieldStart("undefined");
        for (Map.Entry<String, String> why : figures.missing().entrySet()) {
            json.writeStringField(why.getKey(), why.getValue());
        }
        json.writeEndObject();
    }

    private void trades(TradeFigures trades) throws IOException {
        json.writeNumberField("total_trades", trades.total());
        json.writeNumberField("winning_trades", trades.wins());
        json.writeNumberField("losing_trades", trades.losses());
        figures.figure("win_rate", trades.winRate());
        figures.money("total_pnl", summary.profit());
        figures.figure("total_pnl_pct", summary.profitPct());
        figures.money("final_equity", result.terms().cash().plus(summary.profit()));
        figures.money("closed_pnl", trades.profit());
        figures.money("gross_profit", trades.won());
        figures.money("gross_loss", trades.lost());
        figures.figure("profit_factor", trades.profitFactor());
        figures.money("expectancy", trades.expectancy(), NO_TRADE);
        figures.money("average_win", trades.averageWin(), "no trade won");
        figures.money("average_loss", trades.averageLoss(), "no trade lost");
        trade("best_trade", trades.best());
        trade("worst_trade", trades.worst());
        json.writeNumberField("longest_losing_run", trades.longestLosingRun());
        figures.money("fees", trades.fees());
        figures.money("slippage", trades.slippage());
    }

    private void trade(String name, @Nullable BacktestTrade trade) throws IOException {
        if (trade == null) {
            figures.money(name, null, NO_TRADE);
            return;
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("instrument", trade.instrument().value());
        json.writeNumberField("closed_at_ms", trade.closedAtMs());
        figures.money("profit", trade.profit());
        json.writeEndObject();
    }

    private void risk() throws IOException {
        figures.figure("max_drawdown_pct", summary.drawdownPct());
        figures.number("longest_drawdown_days", summary.drawdownMs() / DAY_MS);
        json.writeArrayFieldStart("drawdowns");
        for (Drawdown each : summary.drawdowns()) {
            json.writeStartObject();
            json.writeNumberField("from_ms", each.fromMs());
            json.writeNumberField("trough_ms", each.troughMs());
            if (each.untilMs() == null) {
                json.writeNullField("until_ms");
            } else {
                json.writeNumberField("until_ms", each.untilMs());
            }
            figures.money("amount", each.amount());
            figures.number("pct", each.pct());
            json.writeEndObject();
        }
        json.writeEndArray();
        ReportSummary.Ratios ratios = summary.ratios();
        figures.figure("sharpe", ratios.sharpe());
        figures.figure("sortino", ratios.sortino());
        figures.figure("calmar", ratios.calmar());
        figures.figure("cagr_pct", ratios.cagrPct());
        figures.figure("volatility_pct", ratios.volatilityPct());
        figures.figure("psr", ratios.psr());
        figures.figure("exposure", summary.exposure());
        figures.figure("exposure_average_pct", summary.exposurePct());
        figures.money("turnover", result.counts().turnover());
        figures.figure("turnover_times_equity", summary.turnoverTimes());
    }

    private void counts(BacktestCounts counts) throws IOException {
        json.writeNumberField("bars", counts.bars());
        speed();
        json.writeNumberField("proposals", counts.proposals());
        json.writeNumberField("approved", counts.approved());
        json.writeNumberField("denied", counts.denied());
        json.writeNumberField("asked", counts.asked());
        json.writeNumberField("orders", counts.orders());
        json.writeNumberField("fills", counts.fills());
        json.writeNumberField("open_at_end", counts.openAtEnd());
        figures.money("unrealised", counts.unrealised());
        reasons("no_trade", counts.noTrade());
        reasons("denials", counts.denials());
    }

    /** Not among the undefined ones when there is none: equal runs differ in this one line alone. */
    private void speed() throws IOException {
        if (summary.barsPerSecond().present()) {
            figures.number("bars_per_second", summary.barsPerSecond().value());
        } else {
            json.writeNullField("bars_per_second");
        }
    }

    private void reasons(String name, Map<String, Long> reasons) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> reason : reasons.entrySet()) {
            json.writeNumberField(reason.getKey(), reason.getValue());
        }
        json.writeEndObject();
    }

    private void slices(String name, Map<String, Slice> slices) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Slice> slice : slices.entrySet()) {
            json.writeObjectFieldStart(slice.getKey());
            json.writeNumberField("trades", slice.getValue().trades());
            json.writeNumberField("wins", slice.getValue().wins());
            figures.money("profit", slice.getValue().profit());
            figures.money("fees", slice.getValue().fees());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void days(DailyEquity days) throws IOException {
        json.writeObjectFieldStart("return_pct_by_month");
        for (Map.Entry<String, Figure> month : days.returnPctByMonth().entrySet()) {
            if (month.getValue().present()) {
                figures.number(month.getKey(), month.getValue().value());
            } else {
                json.writeNullField(month.getKey());
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("equity_by_day");
        for (var day : days.byDay().entrySet()) {
            figures.money(day.getKey().toString(), day.getValue());
        }
        json.writeEndObject();
    }
}
