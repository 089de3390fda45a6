package org.portcullis.signal.adapter.store;

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
 * A file as the word it holds. A changed file replaces the word as a whole; a broken one is refused and the word in
 * force goes on.
 */
public final class WatchedFile<T> implements Supplier<T> {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);

    private final Path file;
    private final Function<Path, T> reading;
    private volatile T current;
    private volatile String refused = "";
    private byte[] lastRead;

    /**
     * @param reading reads the file; its {@link IllegalArgumentException} says what is wrong with it
     * @throws IllegalArgumentException when the file cannot be used: nothing starts without it
     */
    public WatchedFile(Path file, Function<Path, T> reading) {
        this.file = file;
        this.reading = reading;
        this.lastRead = bytes(file);
        this.current = reading.apply(file);
    }

    /** The word in force. */
    @Override
    public T get() {
        return current;
    }

    /** What is wrong with the last edit; empty when it is in force. */
    public String refused() {
        return refused;
    }

    /** Reads the file again if its bytes changed. */
    public synchronized void refresh() {
        byte[] now = bytes(file);
        if (Arrays.equals(now, lastRead)) {
            return;
        }
        lastRead = now;
        try {
            current = reading.apply(file);
            refused = "";
            LOG.info("{} in force anew", file);
        } catch (IllegalArgumentException broken) {
            refused = String.valueOf(broken.getMessage());
            LOG.error("edit refused, what was in force goes on: {}", refused);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + file, unreadable);
        }
    }
}
