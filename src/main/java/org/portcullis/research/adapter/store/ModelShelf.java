package org.portcullis.research.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.portcullis.engine.route.Json;
import org.portcullis.research.ModelCard;

/**
 * Puts a model and its cards into a folder: {@code NAME.txt}, {@code NAME.card.json} and {@code NAME.card.md}. Each
 * file appears whole or not at all. Until all three are there the card does not belong to the model, and nobody uses
 * it.
 */
public final class ModelShelf {

    private final Path model;
    private final String name;

    /**
     * @param model the model's file
     * @param name  its name without ending
     */
    public ModelShelf(Path model, String name) {
        this.model = model;
        this.name = name;
    }

    /** Writes the model. */
    public void putModel(String text) {
        write(model, text);
    }

    /** Writes its cards. */
    public void putCards(ModelCard card) {
        write(model.resolveSibling(name + ".card.md"), new CardText(card).text());
        try {
            write(model.resolveSibling(name + ".card.json"), Json.shared().writer()
                    .with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(card) + "\n");
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("the card of " + name + " cannot be written as JSON", unwritable);
        }
    }

    private static void write(Path file, String text) {
        WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
