package org.portcullis.engine.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;

/**
 * One governed parameter with its effective value.
 *
 * @param key room and noun, {@code risk.positions-max}
 * @param type how the value is read
 * @param value the effective value as written
 * @param min smallest permitted value (numbers and durations), or nothing
 * @param max largest permitted value, or nothing
 * @param choices permitted words, empty unless {@code type} is {@code WORD}
 * @param unit what is counted, such as {@code %} or {@code positions}
 * @param meaning one sentence for the person who changes it
 * @param line line of the value in force in its file
 * @param declared the value without any profile
 * @param setBy the profile that set the value, or {@link #DECLARED} when none overrides what the parameter declares
 */
public record Parameter(String key, Type type, String value, @Nullable String min, @Nullable String max,
        List<String> choices, String unit, String meaning, int line, String declared, String setBy) {

    /** {@link #setBy} of a value that no profile overrides. */
    public static final String DECLARED = "declaration";

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|min|h|d)");

    /** The forms a value can take. */
    public enum Type { NUMBER, INTEGER, FLAG, DURATION, WORD }

    /** The same parameter with the value that a profile gives it on that line. */
    Parameter overridden(String by, String newValue, int atLine) {
        return new Parameter(key, type, newValue, min, max, choices, unit, meaning, atLine, declared, by);
    }

    /**
     * The value as a number that can be compared with others of its kind: numbers as written, durations in
     * milliseconds.
     *
     * @throws NumberFormatException for flags, words and values that cannot be read
     */
    public BigDecimal comparable() {
        return switch (type) {
            case NUMBER -> new BigDecimal(FixedPoint.format(FixedPoint.parse(value)));
            case INTEGER -> BigDecimal.valueOf(Integer.parseInt(value));
            case DURATION -> BigDecimal.valueOf(durationOf(value).toMillis());
            case FLAG, WORD -> throw new NumberFormatException(key + " has no order");
        };
    }

    /** What is wrong with the value, in words for its author; nothing when it is good. */
    public @Nullable String fault() {
        try {
            return switch (type) {
                case NUMBER -> outside(new BigDecimal(FixedPoint.format(FixedPoint.parse(value))), BigDecimal::new);
                case INTEGER -> outside(BigDecimal.valueOf(Integer.parseInt(value)), BigDecimal::new);
                case DURATION -> outside(BigDecimal.valueOf(durationOf(value).toMillis()),
                        text -> BigDecimal.valueOf(durationOf(text).toMillis()));
                case FLAG -> value.equals("true") || value.equals("false") ? null : "must be true or false, is "
                        + value;
                case WORD -> choices.contains(value) ? null : "must be one of " + choices + ", is " + value;
            };
        } catch (NumberFormatException unreadable) {
            return "is not a " + type.name().toLowerCase(java.util.Locale.ROOT) + ": " + value;
        }
    }

    private @Nullable String outside(BigDecimal number, java.util.function.Function<String, BigDecimal> reading) {
        if (min != null && number.compareTo(reading.apply(min)) < 0) {
            return "is " + value + ", smallest permitted is " + min + " " + unit;
        }
        if (max != null && number.compareTo(reading.apply(max)) > 0) {
            return "is " + value + ", largest permitted is " + max + " " + unit;
        }
        return null;
    }

    /** A duration as the policy writes it, such as {@code 15min}; {@link NumberFormatException} for anything else. */
    public static Duration durationOf(String text) {
        Matcher parts = DURATION.matcher(text);
        if (!parts.matches()) {
            throw new NumberFormatException("not a duration such as 500ms, 5s, 15min, 2h or 90d: " + text);
        }
        long count = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "min" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
