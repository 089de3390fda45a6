package org.portcullis.research.adapter.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears whole or not at all: it is written beside its place and then moved there. */
final class WholeFile {

    /** What goes into it. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {
    }

    /** Writes the file and the folders it needs; {@link UncheckedIOException} says what could not be and why. */
    static void write(Path file, Content content) {
        Path place = file.toAbsolutePath();
        try {
            Files.createDirectories(place.getParent());
            Path draft = Files.createTempFile(place.getParent(), "." + place.getFileName(), ".part");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16)) {
                    content.writeTo(out);
                }
                // a temporary file is its owner's alone; others may read what was made
                draft.toFile().setReadable(true, false);
                Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot write " + file + " (" + refused + ")", refused);
        }
    }
}
