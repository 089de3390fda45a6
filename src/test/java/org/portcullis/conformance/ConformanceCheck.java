package org.portcullis.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * One comparison of ours with a published result.
 *
 * @param what      what is compared, as it stands in the table
 * @param tolerance how far apart two numbers may lie to count as equal, as it stands in the table
 * @param absolute  the same as a number; 0 for things that must be alike, and for numbers as printed
 * @param work      tells the tally each pair
 */
public record ConformanceCheck(String what, String tolerance, double absolute, Work work) {

    /** Tells a tally each pair of ours and theirs. */
    @FunctionalInterface
    public interface Work {

        /** Compares everything there is to compare; a missing file aborts the test by an assumption. */
        void compare(Tally tally) throws IOException;
    }

    /** Numbers that may lie {@code absolute} apart. */
    public static ConformanceCheck within(String what, double absolute, Work work) {
        return new ConformanceCheck(what, Tally.plain(absolute), absolute, work);
    }

    /** Things that are alike or not: patterns, states, whole numbers. */
    public static ConformanceCheck exactly(String what, Work work) {
        return new ConformanceCheck(what, "exact", 0, work);
    }

    /** Numbers whose source printed them rounded: ours may lie one unit of their last printed place apart. */
    public static ConformanceCheck printed(String what, Work work) {
        return new ConformanceCheck(what, "as printed", 0, work);
    }

    /** Compares; the row of the table that comes of it. */
    ConformanceRow run(String source) {
        Tally tally = new Tally(absolute);
        try {
            work.compare(tally);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(source + ", " + what + ": cannot be read", unreadable);
        }
        return new ConformanceRow(source, what, tally.rows(), tally.differences(), tolerance, tally.worst(),
                tally.examples());
    }
}
