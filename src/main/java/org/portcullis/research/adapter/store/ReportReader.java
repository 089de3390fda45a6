package org.portcullis.research.adapter.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.route.Json;
import org.portcullis.research.domain.report.ReportedKeys;

/** Reads of a report what is compared; the rest is walked over, so that a file cut short is noticed. */
public final class ReportReader {

    private static final String MEND = "; write it anew with: portcullis backtest";
    private static final int DIGITS_MAX = 40;

    private final Path file;

    private ReportReader(Path file) {
        this.file = file;
    }

    /**
     * Reads one file.
     *
     * @throws IllegalArgumentException when it is no report, with file, line and what is wrong
     * @throws UncheckedIOException     when it cannot be read
     */
    public static ReportedKeys read(Path file) {
        return new ReportReader(file).read();
    }

    private ReportedKeys read() {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + " is not there; give a report.json of a backtest");
        }
        try (JsonParser json = Json.shared().getFactory().createParser(file.toFile())) {
            json.setCodec(Json.shared());
            return read(json);
        } catch (JsonProcessingException broken) {
            String line = broken.getLocation() == null ? "" : ":" + broken.getLocation().getLineNr();
            throw new IllegalArgumentException(file + line + " is no whole report: "
                    + broken.getOriginalMessage().lines().findFirst().orElse("broken JSON") + MEND, broken);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot read " + file + " (" + refused + ")", refused);
        }
    }

    private ReportedKeys read(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw fault("is no JSON object");
        }
        JsonNode metadata = null;
        JsonNode keys = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String section = json.currentName();
            json.nextToken();
            switch (section) {
                case "metadata" -> metadata = json.readValueAsTree();
                case "regression_keys" -> keys = json.readValueAsTree();
                default -> json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw fault("goes on after its end");
        }
        return new ReportedKeys(texts(section(metadata, "metadata")), numbers(section(keys, "regression_keys")));
    }

    private JsonNode section(@Nullable JsonNode section, String name) {
        if (section == null || !section.isObject()) {
            throw fault("has no section " + name);
        }
        return section;
    }

    private static Map<String, String> texts(JsonNode metadata) {
        Map<String, String> texts = new HashMap<>();
        metadata.properties().forEach(field ->
                texts.put(field.getKey(), field.getValue().isTextual() ? field.getValue().textValue()
                        : field.getValue().toString()));
        return texts;
    }

    private Map<String, @Nullable BigDecimal> numbers(JsonNode keys) {
        Map<String, @Nullable BigDecimal> numbers = new HashMap<>();
        for (String key : ReportedKeys.KEYS) {
            JsonNode value = keys.get(key);
            if (value == null) {
                throw fault("has no " + key + " in regression_keys");
            }
            numbers.put(key, value.isNull() ? null : number(key, value));
        }
        return numbers;
    }

    /** A few bytes such as 1e999999999 must not become a number of that many digits. */
    private BigDecimal number(String key, JsonNode value) {
        BigDecimal number = value.isNumber() ? value.decimalValue() : BigDecimal.ZERO;
        if (!value.isNumber() || Math.abs((long) number.scale()) > DIGITS_MAX || number.precision() > DIGITS_MAX) {
            throw fault("has no usable number at regression_keys." + key);
        }
        return number;
    }

    private IllegalArgumentException fault(String what) {
        return new IllegalArgumentException(file + " " + what + MEND);
    }
}
