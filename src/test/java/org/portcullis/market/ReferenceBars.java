package org.portcullis.market;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where real market data lies, if it is there: not part of the repository. */
public final class ReferenceBars {

    private ReferenceBars() {
    }

    /** A file of the reference data; the calling test is skipped when it is absent. */
    public static Path file(String name) {
        String told = System.getenv("PORTCULLIS_REFERENCE_DATA");
        Path folder = told == null || told.isBlank() ? Path.of("..", "shared", "data") : Path.of(told);
        Path file = folder.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: no reference data at " + file
                + "; set PORTCULLIS_REFERENCE_DATA to its folder");
        return file;
    }
}
