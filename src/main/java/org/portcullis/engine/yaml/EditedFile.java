package org.portcullis.engine.yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a file of the rules folder says, in force; may be asked from any thread. A changed file replaces it as a whole;
 * a broken edit is refused, said once, and what was in force goes on (S4-04).
 *
 * @param <T> what is read from the file
 */
public final class EditedFile<T> implements Supplier<T> {

    private static final Logger LOG = LoggerFactory.getLogger(EditedFile.class);

    private final Path file;
    private final Function<Path, T> reader;
    private volatile T inForce;
    private byte[] lastRead;

    /**
     * Reads the file.
     *
     * @param reader throws an {@link IllegalArgumentException} naming file and line, when the file cannot be used
     */
    public EditedFile(Path file, Function<Path, T> reader) {
        this.file = file;
        this.reader = reader;
        this.lastRead = bytes();
        this.inForce = reader.apply(file);
    }

    @Override
    public T get() {
        return inForce;
    }

    /** Reads the file again if its bytes changed; called by the watcher of the rules folder. */
    public synchronized void refresh() {
        byte[] now = bytes();
        if (Arrays.equals(now, lastRead)) {
            return;
        }
        lastRead = now;
        try {
            T next = reader.apply(file);
            inForce = next;
            LOG.info("{} in force: {}", file, next);
        } catch (IllegalArgumentException refused) {
            LOG.error("edit of {} refused, what was in force goes on: {}", file, refused.getMessage());
        }
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
