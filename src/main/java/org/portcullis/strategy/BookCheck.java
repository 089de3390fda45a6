package org.portcullis.strategy;

import java.util.List;

/**
 * A check of all strategies together that needs more than their own file, such as the limits of the desk (S2-CS1).
 * Asked when it is added and at every edit; an edit with faults does not come into force.
 */
@FunctionalInterface
public interface BookCheck {

    /** What is wrong with the book, a sentence each that names values and what to do; empty when it is good. */
    List<String> faults(StrategyBook book);

    /** Demands that a book passes all checks; {@link IllegalArgumentException} with everything that is wrong. */
    static void demand(List<BookCheck> checks, StrategyBook book, String place) {
        List<String> faults = checks.stream().flatMap(check -> check.faults(book).stream()).toList();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(place + String.join("; ", faults));
        }
    }
}
