package org.portcullis.engine.settings;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * One technical setting.
 *
 * @param key in lower case with dots and dashes, {@code portcullis.read-only}
 * @param type how a value is read
 * @param fallback what counts when nothing is given; empty for nothing
 * @param min smallest permitted value (numbers and durations), or nothing
 * @param max largest permitted value, or nothing
 * @param choices permitted words, empty unless {@code type} is {@code WORD}
 * @param unit what is counted
 * @param meaning one sentence for the person who sets it
 */
public record Setting(String key, Type type, String fallback, @Nullable String min, @Nullable String max,
        List<String> choices, String unit, String meaning) {

    public Setting {
        choices = List.copyOf(choices);
    }

    /** The forms a value can take; a secret is never shown. */
    public enum Type { TEXT, LIST, NUMBER, INTEGER, FLAG, DURATION, WORD, SECRET }

    /** What is wrong with a value, in words for whoever gave it; nothing when it is good. */
    public @Nullable String fault(String value) {
        try {
            return switch (type) {
                case TEXT, LIST, SECRET -> null;
                case FLAG -> value.equals("true") || value.equals("false") ? null : "must be true or false, is "
                        + value;
                case WORD -> choices.contains(value) ? null : "must be one of " + choices + ", is " + value;
                case INTEGER -> outside(value, new BigDecimal(Long.parseLong(value)), BigDecimal::new);
                case NUMBER -> outside(value, new BigDecimal(value), BigDecimal::new);
                case DURATION -> outside(value, millis(value), Setting::millis);
            };
        } catch (IllegalArgumentException unreadable) {
            return "is not " + (type == Type.INTEGER ? "an " : "a ") + type.name().toLowerCase(Locale.ROOT) + ": "
                    + value;
        }
    }

    private @Nullable String outside(String value, BigDecimal number,
            java.util.function.Function<String, BigDecimal> reading) {
        if (number.compareTo(reading.apply(Objects.requireNonNull(min))) < 0) {
            return "is " + value + ", smallest permitted is " + min + " " + unit;
        }
        return number.compareTo(reading.apply(Objects.requireNonNull(max))) > 0
                ? "is " + value + ", largest permitted is " + max + " " + unit : null;
    }

    private static BigDecimal millis(String text) {
        return BigDecimal.valueOf(parsed(text).toMillis());
    }

    private static Duration parsed(String text) {
        return DurationStyle.detectAndParse(text.strip());
    }
}
