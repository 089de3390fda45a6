package org.portcullis.market;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a venue trades. A session runs from its first instant up to, but not including, its closing instant. Outside the
 * days that the calendar was written for nothing is known, so it counts as closed and says so. Safe for any thread;
 * asking allocates nothing but where a date is returned.
 */
public interface TradingCalendar {

    /** A moment that never comes: no later opening or closing is known. */
    long NEVER = Long.MAX_VALUE;

    /** Its name, such as {@code cme-equity}. */
    String name();

    /** Zone of the venue's clock. */
    ZoneId zone();

    /** Whether the calendar was written for that moment, UTC milliseconds. */
    boolean covers(long ms);

    /** Whether the venue trades at that moment; false where nothing is known. */
    boolean isOpen(long ms);

    /** When the running session began, UTC milliseconds; {@link #NEVER} when closed. */
    long sessionOpenMs(long ms);

    /** When the running session ends, UTC milliseconds; {@link #NEVER} when closed or when it does not end. */
    long sessionCloseMs(long ms);

    /** The first opening after that moment; {@link #NEVER} when none is known. */
    long nextOpenMs(long ms);

    /** The first closing after that moment; {@link #NEVER} when none is known. */
    long nextCloseMs(long ms);

    /**
     * The date that trades of this moment carry, in days since 1970: that of the running session, or of the next one
     * when closed; {@link #NEVER} when none is known.
     */
    long tradingDay(long ms);

    /** Whether a whole session of ordinary length carries that date: no holiday, no early close, no weekend. */
    boolean fullDay(LocalDate day);

    /**
     * What to say about the calendar itself at that moment: that it knows nothing of it, or that it soon ends; empty
     * when all is well.
     *
     * @param daysLeftMin fewer covered days than this are worth saying
     */
    String warning(long ms, int daysLeftMin);

    /** The date that trades of this moment carry. */
    default LocalDate tradingDate(long ms) {
        long day = tradingDay(ms);
        if (day == NEVER) {
            throw new IllegalArgumentException(warning(ms, 0));
        }
        return LocalDate.ofEpochDay(day);
    }

    /** How many whole minutes of trading lie between two moments, counted like {@link #openMsBetween}. */
    default long openMinutesBetween(long fromMs, long toMs) {
        return openMsBetween(fromMs, toMs) / 60_000;
    }

    /**
     * How many milliseconds of trading lie between two moments; where nothing is known every one counts, so that a
     * hole is never taken for a closed market.
     */
    default long openMsBetween(long fromMs, long toMs) {
        long openMs = 0;
        long at = fromMs;
        while (at < toMs) {
            if (!covers(at)) {
                return openMs + toMs - at;
            }
            boolean open = isOpen(at);
            long until = Math.min(toMs, open ? sessionCloseMs(at) : nextOpenMs(at));
            openMs += open ? until - at : 0;
            at = until;
        }
        return openMs;
    }

    /** Whole minutes to the end of the running session; 0 when closed, the largest number when it does not end. */
    default int minutesToClose(long ms) {
        long close = sessionCloseMs(ms);
        if (close == NEVER) {
            return isOpen(ms) ? Integer.MAX_VALUE : 0;
        }
        return (int) ((close - ms) / 60_000);
    }

    /** Whole minutes since the running session began; 0 when closed, the largest number when it never began. */
    default int minutesSinceOpen(long ms) {
        if (!isOpen(ms)) {
            return 0;
        }
        long open = sessionOpenMs(ms);
        return open == NEVER ? Integer.MAX_VALUE : (int) ((ms - open) / 60_000);
    }

    /** The same as a fact for rules, such as "thirty minutes after the opening" (B-S15). */
    default SessionClock clock(long ms) {
        return new SessionClock(name(), covers(ms), isOpen(ms), minutesSinceOpen(ms), minutesToClose(ms));
    }
}
