package org.portcullis.market;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;

/**
 * A symbol that nobody may enter for a time (S2-U4).
 *
 * @param instrument which
 * @param reason     why, for a person
 * @param by         who banned it: a person's name or the rule that raised the red flag
 * @param fromMs     from when on, in event time, UTC milliseconds
 * @param untilMs    first moment at which it is over
 * @param liftedAtMs when it was lifted before its time; 0 when it was not
 * @param liftedBy   who lifted it; nothing when nobody did
 */
public record Ban(InstrumentId instrument, String reason, String by, long fromMs, long untilMs, long liftedAtMs,
        @Nullable String liftedBy) {

    private static final int TEXT_MAX = 500;

    public Ban {
        Objects.requireNonNull(instrument, "instrument");
        said("reason", reason);
        said("who bans", by);
        if (untilMs <= fromMs) {
            throw new IllegalArgumentException("a ban of " + instrument + " ends after it began, not at " + untilMs);
        }
        if ((liftedBy == null) != (liftedAtMs == 0)) {
            throw new IllegalArgumentException("a lifted ban says when and by whom");
        }
    }

    private static void said(String what, String text) {
        if (text.isBlank() || text.length() > TEXT_MAX) {
            throw new IllegalArgumentException(what + " must be said in 1 to " + TEXT_MAX + " characters");
        }
    }

    /** Whether it holds at that moment. */
    public boolean holds(long atMs) {
        return atMs >= fromMs && atMs < untilMs && (liftedBy == null || atMs < liftedAtMs);
    }

    /** Hours that it still lasts at that moment; 0 when it does not hold. */
    public double hoursLeft(long atMs) {
        return holds(atMs) ? (untilMs - atMs) / 3_600_000.0 : 0;
    }
}
