package org.portcullis.strategy.adapter.store;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.portcullis.strategy.PackParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parameters of a pack in force. A changed file replaces them as a whole with the next question; a broken edit is
 * refused, said once, and the values in force go on. Used by one thread.
 */
public final class ParameterBook implements Supplier<PackParameters> {

    private static final Logger LOG = LoggerFactory.getLogger(ParameterBook.class);

    private final Path file;
    private PackParameters inForce;
    private String stamp;

    /**
     * Reads the file.
     *
     * @throws IllegalArgumentException naming file and line, when it cannot be used
     */
    public ParameterBook(Path file) {
        this.file = file;
        this.stamp = stampNow();
        this.inForce = PackParameters.read(file);
    }

    @Override
    public PackParameters get() {
        String now = stampNow();
        if (!now.equals(stamp)) {
            stamp = now;
            take();
        }
        return inForce;
    }

    private void take() {
        try {
            inForce = PackParameters.read(file);
            LOG.info("parameters of {} in force: {}", file, inForce.numbers());
        } catch (IllegalArgumentException | java.io.UncheckedIOException refused) {
            LOG.error("parameters of {} refused, those in force go on: {}", file, refused.getMessage());
        }
    }

    /** Two edits in the same instant that keep the length are told apart by the next one only. */
    private String stampNow() {
        java.io.File now = file.toFile();
        return now.lastModified() + "/" + now.length();
    }
}
