package org.portcullis.research.adapter.store;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import org.portcullis.engine.route.Json;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.BacktestTerms;
import org.portcullis.research.BacktestTrade;
import org.portcullis.research.domain.report.ReportSummary;
import org.portcullis.research.domain.report.ReportedKeys;

/**
 * {@code report.json}: {@code metadata}, {@code summary}, {@code trades}, {@code regression_keys} (S2-REQ-BT2). Written
 * as it goes, a line for each trade, amounts exact and ratios to eight decimals. Equal runs give equal bytes but for
 * {@code metadata.generated_at} and {@code summary.bars_per_second}.
 */
final class ReportJson {

    private final BacktestResult result;
    private final ReportSummary summary;
    private final JsonGenerator json;
    private final ReportFigures figures;

    private ReportJson(BacktestResult result, ReportSummary summary, JsonGenerator json) {
        this.result = result;
        this.summary = summary;
        this.json = json;
        figures = new ReportFigures(json);
    }

    static void write(BacktestResult result, ReportSummary summary, Instant generatedAt, OutputStream out)
            throws IOException {
        try (JsonGenerator json = Json.shared().getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new ReportLayout());
            new ReportJson(result, summary, json).write(generatedAt);
            json.writeRaw('\n');
        }
    }

    private void write(Instant generatedAt) throws IOException {
        json.writeStartObject();
        metadata(generatedAt);
        json.writeObjectFieldStart("summary");
        new SummaryJson(result, summary, json, figures).write();
        json.writeEndObject();
        json.writeArrayFieldStart("trades");
        for (BacktestTrade trade : result.trades()) {
            trade(trade);
        }
        json.writeEndArray();
        regressionKeys();
        json.writeEndObject();
    }

    private void metadata(Instant generatedAt) throws IOException {
        BacktestTerms terms = result.terms();
        json.writeObjectFieldStart("metadata");
        json.writeStringField("generated_at", generatedAt.toString());
        json.writeNumberField("seed", terms.seed());
        json.writeStringField("data_hash", terms.dataHash());
        json.writeStringField("rules_version", terms.rulesVersion());
        json.writeStringField("policy_hash", terms.policyHash());
        figures.span(terms.fromMs(), terms.toMs());
        figures.texts("symbols", terms.symbols());
        figures.texts("strategies", terms.strategies());
        figures.money("cash", terms.cash());
        json.writeObjectFieldStart("cost_model");
        for (Map.Entry<String, String> cost : terms.costModel().entrySet()) {
            json.writeStringField(cost.getKey(), cost.getValue());
        }
        json.writeEndObject();
        json.writeStringField("approvals", terms.approvals());
        json.writeEndObject();
    }

    private void trade(BacktestTrade trade) throws IOException {
        json.writeStartObject();
        json.writeStringField("instrument", trade.instrument().value());
        json.writeStringField("strategy", trade.strategy());
        json.writeStringField("side", trade.side().name());
        json.writeNumberField("opened_at_ms", trade.openedAtMs());
        json.writeNumberField("closed_at_ms", trade.closedAtMs());
        figures.decimal("quantity", trade.quantity().e8());
        figures.decimal("entry", trade.entry().e8());
        figures.decimal("exit", trade.exit().e8());
        figures.money("profit", trade.profit());
        figures.money("fees", trade.fees());
        figures.money("slippage", trade.slippage());
        json.writeStringField("entry_rule", trade.entryRule());
        json.writeStringField("exit_rule", trade.exitRule());
        json.writeEndObject();
    }

    private void regressionKeys() throws IOException {
        json.writeObjectFieldStart("regression_keys");
        for (String key : ReportedKeys.KEYS) {
            switch (key) {
                case "total_trades" -> json.writeNumberField(key, summary.trades().total());
                case "win_rate" -> figures.figure(key, summary.trades().winRate());
                case "total_pnl_pct" -> figures.figure(key, summary.profitPct());
                case "max_drawdown_pct" -> figures.figure(key, summary.drawdownPct());
                case "profit_factor" -> figures.figure(key, summary.trades().profitFactor());
                default -> throw new IllegalStateException("no figure is named " + key);
            }
        }
        json.writeEndObject();
    }
}
