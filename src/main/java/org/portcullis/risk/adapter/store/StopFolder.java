package org.portcullis.risk.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.portcullis.engine.ids.ContentHash;
import org.portcullis.engine.route.Json;
import org.portcullis.risk.breaker.Rung;
import org.portcullis.risk.breaker.Scope;
import org.portcullis.risk.breaker.StopRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder {@code stops} of the home folder: one file for each stop that was asked for and not taken yet. */
public final class StopFolder {

    private static final Logger LOG = LoggerFactory.getLogger(StopFolder.class);
    private static final String ENDING = ".json";

    private final Path folder;
    private final ObjectMapper json = Json.shared();

    /** The folder of that home folder; made when something is written. */
    public StopFolder(Path home) {
        this.folder = home.resolve("stops");
    }

    /** Writes a request under another name and moves it into place, so that nobody reads half of it. */
    public Path write(StopRequest request) {
        String text = json.createObjectNode().put("scope", request.scope().kind().name())
                .put("of", request.scope().value()).put("rung", request.rung().name()).put("by", request.by().strip())
                .put("reason", request.reason()).put("at", request.at().toString()).toString();
        Path file = folder.resolve(request.at().toEpochMilli() + "-" + ContentHash.first16(text) + ENDING);
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.createDirectories(folder);
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("the stop could not be written to " + file + "; trading goes on", failed);
        }
    }

    /** Files that wait, the oldest first. */
    public List<Path> waiting() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
    }

    /** What a file says; a stop of everything when nobody can tell. */
    public StopRequest read(Path file) {
        try {
            JsonNode said = json.readTree(Files.readString(file));
            return new StopRequest(new Scope(Scope.Kind.valueOf(said.path("scope").asText()), said.path("of").asText()),
                    Rung.valueOf(said.path("rung").asText()), said.path("by").asText(), said.path("reason").asText(),
                    Instant.parse(said.path("at").asText()));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException madeByHand) {
            return unknown(file, madeByHand);
        } catch (IOException unreadable) {
            return unknown(file, unreadable);
        }
    }

    /** Forgets a request that was taken. */
    public void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot remove " + file + "; it is taken again, which changes nothing",
                    failed);
        }
    }

    private static StopRequest unknown(Path file, Exception why) {
        LOG.error("{} cannot be read and therefore stops everything", file, why);
        return new StopRequest(Scope.GLOBAL, Rung.REDUCE_ONLY, "unknown", "the stop " + file.getFileName()
                + " cannot be read: " + why.getMessage(), Instant.EPOCH);
    }
}
