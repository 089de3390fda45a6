package org.portcullis.engine.route;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The one way in which words become JSON and come back: strict about unknown and repeated fields, bounded in depth and
 * length, decimals exact.
 */
public final class Json {

    private static final ObjectMapper MAPPER = mapper();

    private Json() {
    }

    /** The shared mapper; not to be reconfigured. */
    public static ObjectMapper shared() {
        return MAPPER;
    }

    /** The word as JSON text. */
    public static String write(Object word) {
        try {
            return MAPPER.writeValueAsString(word);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("cannot write " + word.getClass().getName() + " as JSON", unwritable);
        }
    }

    /**
     * The word in the text.
     *
     * @throws IllegalArgumentException when the text is no such word
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": "
                    + unreadable.getOriginalMessage(), unreadable);
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                // a word is its components; questions such as Quantity.isZero() are not written beside them
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
                .findAndAddModules()
                .build();
        mapper.getFactory().setStreamReadConstraints(JsonWords.constraints());
        return mapper;
    }
}
