package org.portcullis.strategy.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.ids.ContentHash;

/**
 * A model on disk with the card that its training wrote beside it: {@code NAME.txt} and {@code NAME.card.json}. The
 * first of several places counts where there is a model.
 */
public final class ModelFile {

    private static final String ENDING = ".txt";
    private static final String CARD_ENDING = ".card.json";

    private final List<Path> places;

    /**
     * @param places where a model may lie, in the order of looking; each ends in {@code .txt}
     */
    public ModelFile(List<Path> places) {
        for (Path place : places) {
            if (!place.getFileName().toString().endsWith(ENDING)) {
                throw new IllegalArgumentException("a model file ends in .txt, not " + place.getFileName());
            }
        }
        this.places = List.copyOf(places);
    }

    /** What a card says about its model, as far as it matters for using it. */
    enum Card { ACCEPTED, NOT_ACCEPTED, OF_A_DEMO, OF_ANOTHER_MODEL, UNREADABLE, ABSENT }

    /**
     * What lay there.
     *
     * @param name name of the model with the beginning of its hash
     * @param text the model
     * @param card what its card says
     */
    record Found(String name, String text, Card card) {
    }

    /** Where models are looked for, for a person. */
    String placesInWords() {
        return places.toString();
    }

    /**
     * Reads model and card, or nothing when no model lies in any place.
     *
     * @param bytesMax length of a model, and of a card, beyond which it is not read
     */
    Optional<Found> find(int bytesMax) throws IOException {
        for (Path place : places) {
            if (Files.exists(place)) {
                String text = new String(read(place, bytesMax), StandardCharsets.UTF_8);
                String hash = ContentHash.hex(text);
                String name = place.getFileName().toString();
                name = name.substring(0, name.length() - ENDING.length());
                Card card = card(place.resolveSibling(name + CARD_ENDING), hash, bytesMax);
                return Optional.of(new Found(name + "@" + hash.substring(0, 8), text, card));
            }
        }
        return Optional.empty();
    }

    private static byte[] read(Path file, int bytesMax) throws IOException {
        if (Files.size(file) <= bytesMax) {
            try (InputStream in = Files.newInputStream(file)) {
                // what grows while it is read is not read to its end either
                byte[] bytes = in.readNBytes(bytesMax);
                if (in.read() < 0) {
                    return bytes;
                }
            }
        }
        throw new FileSystemException(file.toString(), null, "longer than model-bytes-max of scoring.yaml, "
                + bytesMax + " bytes");
    }

    private static Card card(Path file, String modelHash, int bytesMax) throws IOException {
        if (!Files.exists(file)) {
            return Card.ABSENT;
        }
        @Nullable CardText card;
        try {
            card = CardText.read(read(file, bytesMax));
        } catch (JsonProcessingException broken) {
            return Card.UNREADABLE;
        }
        if (card == null) {
            return Card.UNREADABLE;
        }
        if (!card.modelHash().equals(modelHash)) {
            return Card.OF_ANOTHER_MODEL;
        }
        if (card.demo()) {
            return Card.OF_A_DEMO;
        }
        return card.accepted() ? Card.ACCEPTED : Card.NOT_ACCEPTED;
    }
}
