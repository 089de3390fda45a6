package org.portcullis.research.report;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Percent;
import org.portcullis.research.BacktestResult;
import org.portcullis.research.ReportComparison;
import org.portcullis.research.adapter.page.ReportPage;
import org.portcullis.research.adapter.store.ReportFiles;
import org.portcullis.research.adapter.store.ReportReader;
import org.portcullis.research.domain.report.RegressionGate;
import org.portcullis.research.domain.report.ReportSummary;

/** Door to reports: writes what a backtest came to, and compares two reports (S2-REQ-BT2, S2-REQ-BT3, B-B4). */
public final class BacktestReports {

    private final InstantSource time;

    /** @param time stamps reports with the time of writing; asked for nothing else */
    public BacktestReports(InstantSource time) {
        this.time = time;
    }

    /**
     * Writes the reports of a run.
     *
     * @param json for programs
     * @param page for people, one HTML file that needs nothing else; null for none
     * @return the headline figures as lines of text
     * @throws UncheckedIOException when a file cannot be written
     */
    public List<String> write(BacktestResult result, Path json, @Nullable Path page) {
        ReportSummary summary = ReportSummary.of(result);
        Instant now = time.instant();
        ReportFiles.putJson(result, summary, now, json);
        if (page != null) {
            ReportFiles.putPage(new ReportPage(result, summary, now).html(), page);
        }
        return ReportPage.headlines(result, summary);
    }

    /**
     * Whether a report still says what the baseline says.
     *
     * @param tolerance how far a key may be from the baseline, either way, of the baseline; not negative
     * @param anyData   compare although the runs are of other data or terms
     * @throws IllegalArgumentException when one of them is no report, or they are of other terms
     * @throws UncheckedIOException     when a file cannot be read
     */
    public static ReportComparison compare(Path baseline, Path report, Percent tolerance, boolean anyData) {
        RegressionGate gate = new RegressionGate(ReportReader.read(baseline), ReportReader.read(report));
        if (!anyData && !gate.terms().isEmpty()) {
            throw new IllegalArgumentException(report + " is of another run than " + baseline + ": "
                    + gate.terms().stream().map(ReportComparison.Difference::toString)
                            .collect(Collectors.joining(", "))
                    + "; compare runs of equal data and terms, or say --any-data");
        }
        return gate.within(tolerance);
    }
}
