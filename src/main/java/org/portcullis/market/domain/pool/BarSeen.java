package org.portcullis.market.domain.pool;

/** What became of a bar that a book of pools was shown. */
public enum BarSeen {
    /** The pools have looked at it. */
    TAKEN,
    /** It is the bar taken last: nothing changed. */
    REPEATED,
    /** It is older than the bar taken last: refused and counted. */
    TOO_OLD
}
