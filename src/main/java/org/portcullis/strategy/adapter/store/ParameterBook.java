package org.portcullis.strategy.adapter.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import org.portcullis.strategy.PackParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parameters of a pack in force; may be asked from any thread. A changed file replaces them as a whole; a broken
 * edit is refused, said once, and the values in force go on.
 */
public final class ParameterBook implements Supplier<PackParameters> {

    private static final Logger LOG = LoggerFactory.getLogger(ParameterBook.class);

    private final Path file;
    private volatile PackParameters inForce;
    private byte[] lastRead;

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException naming file and line, when it cannot be used
     */
    public ParameterBook(Path file) {
        this.file = file;
        this.lastRead = bytes();
        this.inForce = PackParameters.read(file);
    }

    @Override
    public PackParameters get() {
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
            inForce = PackParameters.read(file);
            LOG.info("parameters of {} in force: {}", file, inForce.numbers());
        } catch (IllegalArgumentException refused) {
            LOG.error("parameters of {} refused, those in force go on: {}", file, refused.getMessage());
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
