package org.portcullis.risk.adapter.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.portcullis.risk.KillRearm;
import org.portcullis.risk.KillState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file whose presence stops trading. Anything may be written in it, or nothing: only its presence counts, so
 * {@code touch} is enough. Whatever cannot be read counts as present (fail closed).
 */
public final class KillFile {

    /** Its name in the home folder. */
    public static final String NAME = "KILL_SWITCH";

    private static final String REARMED = ".rearmed";
    private static final Logger LOG = LoggerFactory.getLogger(KillFile.class);
    private static final String UNKNOWN = "unknown";
    private static final long BYTES_MAX = 65_536;

    private final Path home;
    private final Path file;
    private final ObjectMapper json;

    /** The kill file of that home folder. */
    public KillFile(Path home, ObjectMapper json) {
        this.home = home;
        this.file = home.resolve(NAME);
        this.json = json;
    }

    /** Whether it is there; true unless its absence is certain, and for a dangling link as well. */
    public boolean isPresent() {
        // newer Java versions are certain that nothing lies below something that is no folder; we are not
        boolean noFolder = !Files.isDirectory(home) && !Files.notExists(home);
        return noFolder || !Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** What it says. */
    public KillState read() {
        if (!isPresent()) {
            return new KillState.Off();
        }
        try {
            if (Files.size(file) > BYTES_MAX) {
                return new KillState.On(UNKNOWN, "the file is there, too large to be ours", Instant.EPOCH);
            }
            JsonNode content = json.readTree(Files.readString(file));
            return new KillState.On(content.path("by").asText(UNKNOWN),
                    content.path("reason").asText("no reason given"),
                    content.has("at") ? Instant.parse(content.get("at").asText()) : modified());
        } catch (JsonProcessingException | DateTimeException madeByHand) {
            return new KillState.On(UNKNOWN, "the file is there, made by hand", modified());
        } catch (IOException unreadable) {
            LOG.error("{} cannot be read and therefore counts as on", file, unreadable);
            return new KillState.On(UNKNOWN, "the file cannot be read: " + unreadable.getMessage(), Instant.EPOCH);
        }
    }

    /** A file made by hand says nothing of when; the file system does. */
    private Instant modified() {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException unreadable) {
            LOG.warn("{} does not say when it was made", file, unreadable);
            return Instant.EPOCH;
        }
    }

    /** Writes it, synced, under another name and moves it into place, so that nobody ever reads half of it. */
    public void write(KillState.On on) {
        Path draft = file.resolveSibling(NAME + ".draft");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] text = json.writeValueAsString(json.createObjectNode().put("by", on.by()).put("reason", on.reason())
                    .put("at", on.at().toString())).getBytes(StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer rest = ByteBuffer.wrap(text);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("the kill switch could not be thrown; make the file " + file + " by hand",
                    failed);
        }
    }

    /** Takes it away, and notes beside it who did; trading goes on also where that cannot be noted. */
    public void remove(KillRearm by) {
        try {
            Files.writeString(home.resolve(NAME + REARMED), json.writeValueAsString(json.createObjectNode()
                    .put("by", by.by()).put("reason", by.reason()).put("at", by.at().toString())));
        } catch (IOException notNoted) {
            LOG.warn("who re-armed the kill switch could not be noted beside {}", file, notNoted);
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("the kill switch could not be removed: " + file, failed);
        }
    }

    /** Who took it away last, if that was noted. */
    public Optional<KillRearm> rearmed() {
        Path note = home.resolve(NAME + REARMED);
        try {
            JsonNode content = Files.exists(note) ? json.readTree(Files.readString(note)) : json.createObjectNode();
            return content.has("at") ? Optional.of(new KillRearm(content.path("by").asText(UNKNOWN),
                    content.path("reason").asText(""), Instant.parse(content.get("at").asText()))) : Optional.empty();
        } catch (IOException | DateTimeException unreadable) {
            LOG.warn("{} cannot be read", note, unreadable);
            return Optional.empty();
        }
    }
}
