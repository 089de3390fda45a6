package org.portcullis.conformance;

import java.util.List;

/**
 * What came of one check.
 *
 * @param source      who published it
 * @param what        what was compared
 * @param rows        pairs compared
 * @param differences pairs further apart than the tolerance, or of which only one side exists
 * @param tolerance   how far apart two numbers may lie to count as equal
 * @param worst       largest distance of two numbers that count as equal
 * @param examples    the first differences, for the failure message
 */
record ConformanceRow(String source, String what, long rows, long differences, String tolerance, double worst,
        List<String> examples) {

    /** One line of the table. The worst distance is rounded up to a power of ten: last bits may differ by machine. */
    String line() {
        return "| " + source + " | " + what + " | " + rows + " | " + differences + " | " + tolerance + " | "
                + (tolerance.equals("exact") ? "-" : Tally.bound(worst)) + " |";
    }
}
