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
}
