package org.portcullis.signal.adapter.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.portcullis.signal.BodyFields;
import org.portcullis.signal.SignalRefusal;
import org.portcullis.signal.domain.Fields;
import org.portcullis.signal.domain.Unreadable;

/**
 * Reads JSON as strictly as JSON is meant: no key twice, no {@code NaN}, nothing after its end, at most sixteen levels
 * deep. Numbers stay as they were written; names of strangers are not remembered between bodies.
 */
public final class JsonFields implements BodyFields {

    /** Alerts have two or three levels; what is deeper was made to hurt. */
    private static final int DEPTH_MAX = 16;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).maxNumberLength(64)
                    .maxNameLength(256).build())
            .build();

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> containers = new HashSet<>();

    private JsonFields() {
    }

    /** The reader; it keeps nothing from one body to the next. */
    public static BodyFields reader() {
        return json -> new JsonFields().read(json);
    }

    @Override
    public Fields read(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable(SignalRefusal.BODY_MALFORMED, "must be one JSON object");
            }
            members(parser, "");
            if (parser.nextToken() != null) {
                throw new Unreadable(SignalRefusal.BODY_MALFORMED, "something follows the end of the JSON object");
            }
            return new Fields(values, containers);
        } catch (JsonProcessingException broken) {
            throw new Unreadable(SignalRefusal.BODY_MALFORMED, "no JSON at line "
                    + (broken.getLocation() == null ? 1 : broken.getLocation().getLineNr()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    private void members(JsonParser parser, String place) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName().replace("~", "~0").replace("/", "~1");
            parser.nextToken();
            value(parser, place + "/" + name);
        }
    }

    private void elements(JsonParser parser, String place) throws IOException {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            value(parser, place + "/" + i);
        }
    }

    private void value(JsonParser parser, String place) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                containers.add(place);
                members(parser, place);
            }
            case START_ARRAY -> {
                containers.add(place);
                elements(parser, place);
            }
            case VALUE_NULL -> { }
            default -> values.put(place, parser.getText());
        }
    }
}
