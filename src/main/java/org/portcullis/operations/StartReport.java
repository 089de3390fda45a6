package org.portcullis.operations;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was looked at before work begins, for whoever reads the log after a night (S2-G3).
 *
 * @param lines in the order in which they are read
 */
public record StartReport(List<Line> lines) {

    private static final int NAME = 15;

    public StartReport {
        lines = List.copyOf(lines);
    }

    /** How a check came out; a note is neither good nor bad. */
    public enum Mark { OK, NOTE, WARN }

    /** One check. */
    public record Line(Mark mark, String name, String text) {
    }

    /** Whether somebody should look. */
    public boolean warns() {
        return lines.stream().anyMatch(line -> line.mark() == Mark.WARN);
    }

    /** One block of aligned lines, the first one its title. */
    public String text() {
        return lines.stream().map(line -> String.format(Locale.ROOT, "%n  %-5s%-" + NAME + "s%s",
                line.mark().name().toLowerCase(Locale.ROOT), line.name(), line.text()))
                .collect(Collectors.joining("", "start checks" + (warns() ? ": somebody should look" : ""), ""));
    }
}
