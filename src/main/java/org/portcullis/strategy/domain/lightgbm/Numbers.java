package org.portcullis.strategy.domain.lightgbm;

import java.util.regex.Pattern;

/** Numbers as LightGBM writes them. */
final class Numbers {

    /**
     * No hexadecimal, no suffix: forms that Java would read and LightGBM never writes. No digit is looked at twice,
     * however long a damaged number is.
     */
    private static final Pattern DECIMAL = Pattern.compile(
            "[+-]?+(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][+-]?+\\d++)?+");
    private static final int QUOTED_MAX = 40;

    private Numbers() {
    }

    static int whole(String text, int line) throws ModelRefused {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException unreadable) {
            throw new ModelRefused(line, "not a whole number: " + quoted(text));
        }
    }

    /** A decimal number, {@code inf} or {@code -inf}; {@code nan} is refused: no part of a model may be unknown. */
    static double decimal(String text, int line) throws ModelRefused {
        if (DECIMAL.matcher(text).matches()) {
            return Double.parseDouble(text);
        }
        return switch (text) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> throw new ModelRefused(line, "not a number: " + quoted(text));
        };
    }

    static String quoted(String text) {
        return '"' + (text.length() > QUOTED_MAX ? text.substring(0, QUOTED_MAX) + "..." : text) + '"';
    }
}
