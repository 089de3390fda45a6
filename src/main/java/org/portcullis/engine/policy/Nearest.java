package org.portcullis.engine.policy;

import java.util.Collection;
import java.util.Comparator;

/** Finds what an author probably meant. */
public final class Nearest {

    /** More differing letters than a third of the word are no slip of the pen. */
    private static final int SLIP_SHARE = 3;

    private Nearest() {
    }

    /** {@code ; did you mean x?} with the known word most like the unknown one, or nothing when none is like it. */
    public static String hint(String unknown, Collection<String> known) {
        return known.stream().min(Comparator.<String>comparingInt(word -> distance(unknown, word))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> distance(unknown, word) <= Math.max(2, unknown.length() / SLIP_SHARE))
                .map(word -> "; did you mean " + word + "?").orElse("");
    }

    /** Levenshtein's distance: letters to insert, remove or replace. */
    static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            before[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] now = new int[to.length() + 1];
            now[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = before[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                now[column] = Math.min(replaced, Math.min(before[column], now[column - 1]) + 1);
            }
            before = now;
        }
        return before[to.length()];
    }
}
