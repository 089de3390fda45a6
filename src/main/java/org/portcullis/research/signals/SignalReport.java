package org.portcullis.research.signals;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.portcullis.research.adapter.page.SignalsPage;
import org.portcullis.research.adapter.store.ReportFiles;
import org.portcullis.research.adapter.store.SignalFiles;
import org.portcullis.research.domain.signals.Scanned;

/** What a scan found, to be written. */
public final class SignalReport {

    private final Scanned found;
    private final boolean kept;
    private final InstantSource time;

    /**
     * @param kept whether there are proposals for lines
     * @param time stamps reports with the time of writing; asked for nothing else
     */
    SignalReport(Scanned found, boolean kept, InstantSource time) {
        this.found = found;
        this.kept = kept;
        this.time = time;
    }

    /** What was found. */
    Scanned found() {
        return found;
    }

    /** The figures as lines of text for any terminal. */
    public List<String> lines() {
        return SignalsPage.lines(found);
    }

    /** The report for programs. */
    public String json() {
        return SignalFiles.json(found, time.instant());
    }

    /** Writes the report for programs; {@link UncheckedIOException} when it cannot be written. */
    public void writeJson(Path file) {
        SignalFiles.putJson(found, time.instant(), file);
    }

    /**
     * Writes a line for each proposal; {@link UncheckedIOException} when it cannot be written.
     *
     * @throws IllegalStateException when the plan did not ask for lines
     */
    public void writeLines(Path file) {
        if (!kept) {
            throw new IllegalStateException("proposals were not kept; ask for lines in the plan of the scan");
        }
        SignalFiles.putLines(found, file);
    }

    /** Writes the report for people; {@link UncheckedIOException} when it cannot be written. */
    public void writePage(Path file) {
        ReportFiles.putPage(new SignalsPage(found, time.instant()).html(), file);
    }
}
