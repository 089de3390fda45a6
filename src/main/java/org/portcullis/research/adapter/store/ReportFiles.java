package org.portcullis.research.adapter.store;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.domain.report.ReportSummary;

/** Puts reports into files; each appears whole or not at all, in the place of an older one. */
public final class ReportFiles {

    private ReportFiles() {
    }

    /** Writes {@code report.json}; {@link UncheckedIOException} when it cannot be written. */
    public static void putJson(BacktestResult result, ReportSummary summary, Instant generatedAt, Path file) {
        WholeFile.write(file, out -> ReportJson.write(result, summary, generatedAt, out));
    }

    /** Writes a page; {@link UncheckedIOException} when it cannot be written. */
    public static void putPage(String page, Path file) {
        WholeFile.write(file, out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
    }
}
