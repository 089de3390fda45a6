package org.portcullis.operations;

import java.util.List;

/**
 * How a rehearsal went.
 *
 * @param kills kills done
 * @param duringStart how many of them hit a start that was not finished
 * @param withDatabase how many of them took the database server along
 * @param readyMillis from each start to its replay, in milliseconds, ascending; starts that were killed are not in it
 * @param findings what the checker found after the last run
 * @param breaches everything that did not hold, at any time
 */
public record RehearsalOutcome(int kills, int duringStart, int withDatabase, List<Long> readyMillis,
        List<Finding> findings, List<String> breaches) {

    private static final String NONE = "none";
    private static final double MILLIS = 1_000;

    public RehearsalOutcome {
        readyMillis = readyMillis.stream().sorted().toList();
        findings = List.copyOf(findings);
        breaches = List.copyOf(breaches);
    }

    /** Whether nothing was lost, doubled or changed. */
    public boolean ok() {
        return breaches.isEmpty();
    }

    /** The whole in one line. */
    public String line() {
        return kills + " kills (" + duringStart + " during a start, " + withDatabase + " with the database), restart to"
                + " ready p50 " + seconds(readyMillis.size() / 2) + " max " + seconds(readyMillis.size() - 1) + ", "
                + breaches.size() + " breaches";
    }

    private String seconds(int place) {
        return place < 0 || place >= readyMillis.size() ? NONE
                : String.format(java.util.Locale.ROOT, "%.1f s", readyMillis.get(place) / MILLIS);
    }
}
