package org.portcullis.research.adapter.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.portcullis.research.domain.signals.Scanned;

/** Puts what a scan found into files; each appears whole or not at all, in the place of an older one. */
public final class SignalFiles {

    private SignalFiles() {
    }

    /** The report as JSON. */
    public static String json(Scanned found, Instant generatedAt) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            SignalsJson.write(found, generatedAt, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot write the report", impossible);
        }
        return text.toString(StandardCharsets.UTF_8).strip();
    }

    /** Writes the report as JSON; {@link UncheckedIOException} when it cannot be written. */
    public static void putJson(Scanned found, Instant generatedAt, Path file) {
        WholeFile.write(file, out -> SignalsJson.write(found, generatedAt, out));
    }

    /** Writes a line for each proposal; {@link UncheckedIOException} when it cannot be written. */
    public static void putLines(Scanned found, Path file) {
        WholeFile.write(file, out -> new SignalLines(found, out).write());
    }
}
