package org.portcullis.research.adapter.store;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Money;
import org.portcullis.research.domain.report.Figure;

/** Writes figures as JSON numbers, and null where there is none; remembers why there was none. */
final class ReportFigures {

    private static final int DECIMALS = 8;

    private final JsonGenerator json;
    private final Map<String, String> missing = new TreeMap<>();

    ReportFigures(JsonGenerator json) {
        this.json = json;
    }

    void figure(String name, Figure figure) throws IOException {
        if (figure.missing() != null) {
            missing.put(name, figure.missing());
            json.writeNullField(name);
        } else {
            json.writeFieldName(name);
            json.writeNumber(text(figure.value()));
        }
    }

    void number(String name, double value) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(text(value));
    }

    /** Null where there is no number. */
    void numberIfAny(String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            number(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** The span that was walked: two milliseconds since 1970, as moments and as they are. */
    void span(long fromMs, long toMs) throws IOException {
        json.writeStringField("from", Instant.ofEpochMilli(fromMs).toString());
        json.writeStringField("to", Instant.ofEpochMilli(toMs).toString());
        json.writeNumberField("from_ms", fromMs);
        json.writeNumberField("to_ms", toMs);
    }

    void money(String name, Money amount) throws IOException {
        decimal(name, amount.e8());
    }

    void money(String name, @Nullable Money amount, String because) throws IOException {
        if (amount == null) {
            missing.put(name, because);
            json.writeNullField(name);
        } else {
            decimal(name, amount.e8());
        }
    }

    void decimal(String name, long e8) throws IOException {
        json.writeFieldName(name);
        json.writeNumber(FixedPoint.format(e8));
    }

    /** Why the figures written so far as null have no number, by name. */
    Map<String, String> missing() {
        return missing;
    }

    private static String text(double value) {
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }
}
