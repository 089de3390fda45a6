package org.portcullis.market;

/**
 * How live bars are closed.
 *
 * @param graceMs      how long after its end a minute still takes trades, in milliseconds; not negative
 * @param fillWaitMs   how long after its end a minute that was not heard wholly waits for the venue's own bar, in
 *                     milliseconds; later there is no bar
 * @param settleMs     how long after a minute's end a venue that shows no bar of it has proven it empty, in
 *         milliseconds
 * @param emptyMinutes what a minute without trades becomes
 */
public record LiveTerms(long graceMs, long fillWaitMs, long settleMs, EmptyMinutes emptyMinutes) {

    /** What a minute becomes in which the stream was healthy and nothing was traded. */
    public enum EmptyMinutes {
        /** A bar of volume zero at the last close, as exchanges show it. */
        FLAT,
        /** No bar. */
        NONE
    }

    public LiveTerms {
        if (graceMs < 0 || fillWaitMs < graceMs || settleMs < 0) {
            throw new IllegalArgumentException("grace " + graceMs + " ms and settle " + settleMs
                    + " ms must not be negative, fill-wait " + fillWaitMs + " ms not shorter than grace");
        }
    }
}
