package org.portcullis.research.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        Path place = file.toAbsolutePath();
        try {
            Files.createDirectories(place.getParent());
            Path draft = Files.createTempFile(place.getParent(), "." + place.getFileName(), ".part");
            try {
                Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
                // a temporary file is its owner's alone; others may read a model
                draft.toFile().setReadable(true, false);
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot write " + file, refused);
        }
    }
}
