package org.portcullis.engine.route;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;

/**
 * JSON word by word, as strict and bounded as {@link Json} and without what it takes to make objects of it: for
 * commands, whose start pays for that.
 */
public final class JsonWords {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(constraints())
            .build();

    private JsonWords() {
    }

    /** How deep and long JSON may be that comes from elsewhere. */
    static StreamReadConstraints constraints() {
        return StreamReadConstraints.builder().maxNestingDepth(200).maxStringLength(4_000_000).maxNumberLength(100)
                .build();
    }

    /** Reads a text in UTF-8 word by word. */
    public static JsonParser parser(byte[] text) throws IOException {
        return FACTORY.createParser(text);
    }
}
