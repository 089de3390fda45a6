package org.portcullis.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.portcullis.engine.route.Json;
import org.portcullis.market.BarArchive.ImportReport;
import org.portcullis.market.SeriesReport;

/** What the command {@code data} prints, for people or as one JSON document. */
final class BarsText {

    private static final int HOLES_SHOWN = 50;

    /** The document of an import. */
    record Imported(ImportReport imported) {
    }

    /** The document of a check. */
    record Checked(boolean whole, List<SeriesReport> series) {
    }

    /** The document of a generated market: rows by file. */
    record Generated(long seed, Map<String, Long> files) {
    }

    private BarsText() {
    }

    static void print(ImportReport report, boolean json) {
        if (json) {
            System.out.println(Json.write(new Imported(report)));
            return;
        }
        say("%,d rows read: %,d bars added, %,d there already, %,d refused", report.rows(), report.added(),
                report.present(), report.refused().values().stream().mapToLong(Long::longValue).sum());
        if (report.lastMs() > 0) {
            say("%s, from %s to %s", report.symbols().stream().map(Object::toString).collect(Collectors.joining(", ")),
                    Instant.ofEpochMilli(report.firstMs()), Instant.ofEpochMilli(report.lastMs()));
        }
        report.refused().forEach((code, count) -> say("refused %,d for %s", count, code));
        report.examples().forEach(line -> say("  %s", line));
    }

    static void print(List<SeriesReport> reports, boolean json) {
        if (json) {
            System.out.println(Json.write(new Checked(!reports.isEmpty()
                    && reports.stream().allMatch(SeriesReport::whole), reports)));
            return;
        }
        reports.forEach(BarsText::print);
        say("%d of %d instruments are whole", reports.stream().filter(SeriesReport::whole).count(), reports.size());
    }

    static void print(Map<String, Long> files, long seed, boolean json) {
        if (json) {
            System.out.println(Json.write(new Generated(seed, files)));
            return;
        }
        files.forEach((file, rows) -> say("%s: %,d rows", file, rows));
    }

    private static void print(SeriesReport report) {
        say("%s: %,d bars from %s to %s; %,d minutes of trading missing in %,d holes, %,d holes while closed,"
                + " %,d minutes twice%s", report.instrument(), report.bars(), Instant.ofEpochMilli(report.fromMs()),
                Instant.ofEpochMilli(report.toMs()), report.missing(), report.holesInside(), report.holesOutside(),
                report.repeated(), report.flags().isEmpty() ? "" : "; flagged " + report.flags());
        report.holes().stream().filter(SeriesReport.Hole::inside).limit(HOLES_SHOWN).forEach(hole ->
                say("  missing %s to %s: %,d minutes, %,d of trading", Instant.ofEpochMilli(hole.fromMs()),
                        Instant.ofEpochMilli(hole.toMs()), hole.minutes(), hole.minutesTrading()));
        if (report.holesInside() > HOLES_SHOWN) {
            say("  and more: --json names the first %,d", SeriesReport.SHOWN_MAX);
        }
        report.examples().forEach(line -> say("  %s", line));
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
