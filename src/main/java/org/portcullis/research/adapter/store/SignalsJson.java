package org.portcullis.research.adapter.store;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.portcullis.research.domain.signals.Baseline;
import org.portcullis.research.domain.signals.Ending;
import org.portcullis.research.domain.signals.Moves;
import org.portcullis.research.domain.signals.ScanTerms;
import org.portcullis.research.domain.signals.Scanned;
import org.portcullis.research.domain.signals.SignalFigures;
import org.portcullis.research.domain.signals.SignalSeries;
import org.portcullis.research.domain.signals.StrategySignals;
import org.portcullis.research.domain.signals.UsualMove;

/**
 * {@code signals.json}: {@code metadata}, {@code summary}, {@code baseline}, {@code strategies}. Equal scans give equal
 * bytes but for {@code metadata.generated_at} and {@code summary.bars_per_second}.
 */
final class SignalsJson {

    private final Scanned found;
    private final JsonGenerator json;
    private final ReportFigures numbers;

    private SignalsJson(Scanned found, JsonGenerator json) {
        this.found = found;
        this.json = json;
        this.numbers = new ReportFigures(json);
    }

    static void write(Scanned found, Instant generatedAt, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new ReportLayout());
            new SignalsJson(found, json).write(generatedAt);
            json.writeRaw('\n');
        }
    }

    private void write(Instant generatedAt) throws IOException {
        json.writeStartObject();
        metadata(generatedAt);
        summary();
        json.writeObjectFieldStart("baseline");
        baseline("all", found.all());
        for (SignalSeries series : found.series()) {
            baseline(series.symbol(), series.baseline());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("strategies");
        for (StrategySignals strategy : found.strategies()) {
            strategy(strategy);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void metadata(Instant generatedAt) throws IOException {
        ScanTerms terms = found.terms();
        json.writeObjectFieldStart("metadata");
        json.writeStringField("generated_at", generatedAt.toString());
        json.writeStringField("data_hash", terms.dataHash());
        json.writeStringField("rules_version", terms.rulesVersion());
        json.writeStringField("policy_hash", terms.policyHash());
        numbers.span(terms.fromMs(), terms.toMs());
        numbers.texts("symbols", terms.symbols());
        numbers.texts("strategies", terms.strategies());
        json.writeArrayFieldStart("horizons");
        for (int bars : terms.horizons().all()) {
            json.writeNumber(bars);
        }
        json.writeEndArray();
        json.writeBooleanField("holding_asked", found.holdingAsked());
        json.writeEndObject();
    }

    private void summary() throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("bars", found.bars());
        numbers.numberIfAny("bars_per_second", found.seconds() > 0 ? found.bars() / found.seconds() : Double.NaN);
        json.writeNumberField("proposals", found.signals());
        counts("no_trade", found.noTrade());
        counts("outvoted", found.outvoted());
        json.writeEndObject();
    }

    private void counts(String name, Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> each : counts.entrySet()) {
            json.writeNumberField(each.getKey(), each.getValue());
        }
        json.writeEndObject();
    }

    private void baseline(String name, Baseline baseline) throws IOException {
        json.writeObjectFieldStart(name);
        for (int i = 0; i < baseline.moves().size(); i++) {
            UsualMove move = baseline.over(i);
            json.writeObjectFieldStart(Integer.toString(found.terms().horizons().bars(i)));
            json.writeNumberField("bars", move.bars());
            numbers.numberIfAny("mean_pct", move.mean());
            numbers.numberIfAny("median_pct", move.median());
            numbers.numberIfAny("share_up", move.shareRight(true));
            numbers.numberIfAny("share_down", move.shareRight(false));
            numbers.numberIfAny("error_pct", move.error());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void strategy(StrategySignals strategy) throws IOException {
        json.writeObjectFieldStart(strategy.strategy());
        figures(strategy.all());
        groups("by_symbol", strategy.bySymbol());
        groups("by_rule", strategy.byRule());
        groups("by_hour", strategy.byHour());
        groups("by_regime", strategy.byRegime());
        json.writeEndObject();
    }

    private void groups(String name, Map<String, SignalFigures> groups) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, SignalFigures> group : groups.entrySet()) {
            json.writeObjectFieldStart(group.getKey());
            figures(group.getValue());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void figures(SignalFigures figures) throws IOException {
        json.writeNumberField("long", figures.longs());
        json.writeNumberField("short", figures.shorts());
        json.writeNumberField("exit", figures.exits());
        json.writeObjectFieldStart("confidence");
        numbers.numberIfAny("p10", figures.confidence().p10());
        numbers.numberIfAny("p50", figures.confidence().p50());
        numbers.numberIfAny("p90", figures.confidence().p90());
        json.writeEndObject();
        after("entries", figures.entries(), true);
        after("exits", figures.exited(), false);
    }

    private void after(String name, SignalFigures.After after, boolean entries) throws IOException {
        json.writeObjectFieldStart(name);
        for (Moves moves : after.moves()) {
            json.writeObjectFieldStart(Integer.toString(moves.bars()));
            json.writeNumberField("finished", moves.finished());
            json.writeNumberField("unfinished", moves.unfinished());
            numbers.numberIfAny("mean_pct", moves.mean());
            numbers.numberIfAny("median_pct", moves.median());
            numbers.numberIfAny("share_right", moves.shareRight());
            numbers.numberIfAny("error_pct", moves.error());
            numbers.numberIfAny("usual_pct", moves.usual());
            numbers.numberIfAny("usual_share_right", moves.usualRight());
            numbers.numberIfAny("edge_pct", moves.edge());
            json.writeEndObject();
        }
        json.writeObjectFieldStart("excursion");
        numbers.numberIfAny("favourable_pct", after.favourable());
        numbers.numberIfAny("favourable_median_pct", after.favourableMedian());
        numbers.numberIfAny("adverse_pct", after.adverse());
        numbers.numberIfAny("adverse_median_pct", after.adverseMedian());
        json.writeEndObject();
        if (entries) {
            json.writeObjectFieldStart("first_reached");
            for (Ending ending : Ending.values()) {
                json.writeNumberField(ending.name().toLowerCase(Locale.ROOT), after.ended(ending));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
