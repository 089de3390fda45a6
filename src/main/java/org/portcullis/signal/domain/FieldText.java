package org.portcullis.signal.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.signal.SignalRefusal;

/** Reads single fields, and refuses what could be read in two ways. */
public final class FieldText {

    private static final int LENGTH_MAX = 200;
    /** A decimal point, no sign, no grouping, no {@code NaN}; so short that arithmetic on it cannot take long. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(?:\\.\\d{1,18})?(?:[eE][+-]?\\d{1,2})?");
    private static final Pattern MOMENT =
            Pattern.compile("20\\d{2}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z");
    private static final Pattern MILLIS = Pattern.compile("\\d{13}");

    private FieldText() {
    }

    /**
     * A number that is not negative, in 10<sup>-8</sup>, rounded half even.
     *
     * @throws Unreadable when it is none, or too large
     */
    public static long number(String field, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw unreadable(field, "must be a plain number with a decimal point and without a sign");
        }
        try {
            return new BigDecimal(text).setScale(FixedPoint.DIGITS, RoundingMode.HALF_EVEN).unscaledValue()
                    .longValueExact();
        } catch (ArithmeticException tooLarge) {
            throw unreadable(field, "must be below 92 billion");
        }
    }

    /** As {@link #number}, and more than nothing. */
    public static long positive(String field, String text) {
        long number = number(field, text);
        if (number == 0) {
            throw unreadable(field, "must be more than zero");
        }
        return number;
    }

    /**
     * A moment as UTC text with a {@code Z}, or in milliseconds since 1970.
     *
     * @return UTC milliseconds
     * @throws Unreadable when it is neither
     */
    public static long moment(String field, String text) {
        if (MILLIS.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        if (MOMENT.matcher(text).matches()) {
            try {
                return Instant.parse(text).toEpochMilli();
            } catch (DateTimeException noSuchDay) {
                throw unreadable(field, "names a moment that does not exist");
            }
        }
        throw unreadable(field, "must be a moment such as 2026-01-31T09:30:00Z");
    }

    /**
     * A name: printable, at most 200 characters.
     *
     * @throws Unreadable when it holds control or formatting characters or half a character
     */
    public static String name(String field, String text) {
        boolean printable = text.codePoints().allMatch(point -> switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                    Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        });
        if (!printable || text.length() > LENGTH_MAX) {
            throw unreadable(field, "must be printable and at most " + LENGTH_MAX + " characters long");
        }
        return text;
    }

    /** What is thrown for a field. */
    static Unreadable unreadable(String field, String what) {
        return new Unreadable(SignalRefusal.FIELD_UNREADABLE, field + " " + what);
    }
}
