package org.portcullis.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.portcullis.operations.alert.Alert;
import org.portcullis.operations.alert.Severity;

/**
 * Open alerts at one moment (S2-A1).
 *
 * @param first the most urgent, critical ones first
 * @param rest what is shown when asked for
 */
public record AlertStrip(List<Line> first, List<Line> rest) {

    /** A person reads so many at once; critical ones are never left out. */
    private static final int FIRST = 3;

    public AlertStrip {
        first = List.copyOf(first);
        rest = List.copyOf(rest);
    }

    /** @param open the most urgent first */
    public static AlertStrip of(List<Alert> open) {
        List<Line> lines = open.stream().map(Line::new).toList();
        int critical = (int) lines.stream().filter(Line::critical).count();
        int shown = Math.min(lines.size(), Math.max(FIRST, critical));
        return new AlertStrip(lines.subList(0, shown), lines.subList(shown, lines.size()));
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return first.isEmpty();
    }

    /** How many are open. */
    public int size() {
        return first.size() + rest.size();
    }

    /** How many of them are critical. */
    public long critical() {
        return first.stream().filter(Line::critical).count();
    }

    /** At how many nobody looks. */
    public long unacknowledged() {
        return Stream.concat(first.stream(), rest.stream())
                .filter(line -> line.alert().acknowledged() == null).count();
    }

    /** One alert. */
    public record Line(Alert alert) {

        /** Its identity. */
        public String alertId() {
            return alert.alertId();
        }

        /** Whether somebody has to look now. */
        public boolean critical() {
            return alert.severity() == Severity.CRITICAL;
        }

        /** Its code in words. */
        public String name() {
            return words(alert.code().name());
        }

        /** How urgent it is, in a word. */
        public String severity() {
            return words(alert.severity().name());
        }

        /** What to do, without the marks that a document sets around commands. */
        public String toDo() {
            return alert.toDo().replace("`", "");
        }

        private static String words(String code) {
            return code.charAt(0) + code.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
        }
    }
}
