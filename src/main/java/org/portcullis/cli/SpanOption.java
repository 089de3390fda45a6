package org.portcullis.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A moment as {@code --from} and {@code --to} take it. */
final class SpanOption {

    private SpanOption() {
    }

    /** A day in UTC, or a moment; milliseconds since 1970. */
    static long moment(@Nullable String text, String option, long otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return text.contains("T") ? Instant.parse(text).toEpochMilli()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException(option + " is a day such as 2026-01-05 or a moment such as"
                    + " 2026-01-05T00:00:00Z, not " + text, unreadable);
        }
    }
}
