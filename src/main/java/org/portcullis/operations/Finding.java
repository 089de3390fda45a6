package org.portcullis.operations;

import java.util.List;

/**
 * What a rehearsal's checker found about one invariant.
 *
 * @param invariant what has to hold, in a few words
 * @param counts what was compared, with numbers
 * @param breaches everything that does not hold, empty when all does
 */
public record Finding(String invariant, String counts, List<String> breaches) {

    /** More are counted, not printed. */
    private static final int SHOWN_MAX = 5;

    public Finding {
        breaches = List.copyOf(breaches);
    }

    /** Whether the invariant holds. */
    public boolean ok() {
        return breaches.isEmpty();
    }

    /** One line: the invariant, the counts, and {@code ok} or {@code BROKEN: what}. */
    public String line() {
        String start = String.format("%-24s %s: ", invariant, counts);
        if (ok()) {
            return start + "ok";
        }
        int more = breaches.size() - SHOWN_MAX;
        return start + "BROKEN: " + String.join("; ", breaches.subList(0, Math.min(SHOWN_MAX, breaches.size())))
                + (more > 0 ? "; and " + more + " more" : "");
    }
}
