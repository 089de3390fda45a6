package org.portcullis.strategy.adapter.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.route.JsonWords;

/**
 * What matters of a model's card.
 *
 * @param modelHash of the model that it was written for
 * @param accepted  whether the model may score
 * @param demo      whether it was made to show how one looks
 */
record CardText(String modelHash, boolean accepted, boolean demo) {

    /**
     * Reads a card.
     *
     * @return the card; null when one of the three is missing or of another kind
     * @throws com.fasterxml.jackson.core.JsonProcessingException when it is no JSON
     */
    static @Nullable CardText read(byte[] text) throws IOException {
        String modelHash = null;
        Boolean accepted = null;
        Boolean demo = null;
        try (JsonParser json = JsonWords.parser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                switch (name) {
                    case "modelHash" -> modelHash = value == JsonToken.VALUE_STRING ? json.getText() : null;
                    case "accepted" -> accepted = flag(value);
                    case "demo" -> demo = flag(value);
                    default -> json.skipChildren();
                }
                if (value.isStructStart()) {
                    json.skipChildren();
                }
            }
        }
        return modelHash == null || accepted == null || demo == null ? null
                : new CardText(modelHash, accepted, demo);
    }

    private static @Nullable Boolean flag(JsonToken value) {
        return value.isBoolean() ? Boolean.valueOf(value == JsonToken.VALUE_TRUE) : null;
    }
}
