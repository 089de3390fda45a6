package org.portcullis.research.domain.signals;

/** Which of a proposal's own two prices came first, by the extremes of the bars after it. */
public enum Ending {
    /** The target, and not the stop in the same bar. */
    TARGET,
    /** The stop, or both in one bar: which came first within a bar is not known. */
    STOP,
    /** Neither within the longest horizon. */
    NEITHER,
    /** Neither until the bars ended, before the longest horizon. */
    UNFINISHED,
    /** The proposal has no such prices: it closes. */
    NONE
}
