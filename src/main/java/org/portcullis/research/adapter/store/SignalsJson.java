package org.portcullis.research.adapter.store;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
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

    private static final int DECIMALS = 8;

    private final Scanned found;
    private final JsonGenerator json;

    private SignalsJson(Scanned found, JsonGenerator json) {
        this.found = found;
        this.json = json;
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
        json.writeStringField("from", Instant.ofEpochMilli(terms.fromMs()).toString());
        json.writeStringField("to", Instant.ofEpochMilli(terms.toMs()).toString());
        json.writeNumberField("from_ms", terms.fromMs());
        json.writeNumberField("to_ms", terms.toMs());
        texts("symbols", terms.symbols());
        texts("strategies", terms.strategies());
        json.writeArrayFieldStart("horizons");
        for (int bars : terms.horizons().all()) {
            json.writeNumber(bars);
        }
        json.writeEndArray();
        json.writeBooleanField("holding_asked", found.holdingAsked());
        json.writeEndObject();
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void summary() throws IOException {
        json.writeObjectFieldStart("summary");
        json.writeNumberField("bars", found.bars());
        number("bars_per_second", found.seconds() > 0 ? found.bars() / found.seconds() : Double.NaN);
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
            number("mean_pct", move.mean());
            number("median_pct", move.median());
            number("share_up", move.shareRight(true));
            number("share_down", move.shareRight(false));
            number("error_pct", move.error());
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
        number("p10", figures.confidence().p10());
        number("p50", figures.confidence().p50());
        number("p90", figures.confidence().p90());
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
            number("mean_pct", moves.mean());
            number("median_pct", moves.median());
            number("share_right", moves.shareRight());
            number("error_pct", moves.error());
            number("usual_pct", moves.usual());
            number("usual_share_right", moves.usualRight());
            number("edge_pct", moves.edge());
            json.writeEndObject();
        }
        json.writeObjectFieldStart("excursion");
        number("favourable_pct", after.favourable());
        number("favourable_median_pct", after.favourableMedian());
        number("adverse_pct", after.adverse());
        number("adverse_median_pct", after.adverseMedian());
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

    /** To eight decimals; null where there is no number. */
    private void number(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeFieldName(name);
            json.writeNumber(new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros()
                    .toPlainString());
        } else {
            json.writeNullField(name);
        }
    }
}
