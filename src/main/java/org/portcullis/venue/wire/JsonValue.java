package org.portcullis.venue.wire;

import org.portcullis.kernel.FixedPoint;

/** Reads single values out of JSON text that has been scanned. Money never passes through a binary fraction. */
public final class JsonValue {

    private static final int DIGITS_MAX = 40;
    private static final long WHOLE_MAX = Long.MAX_VALUE / FixedPoint.ONE - 1;

    private JsonValue() {
    }

    /**
     * A decimal, written as a string or as a number, in 10<sup>-8</sup> units. More than eight decimals are read when
     * the further ones are zeros and refused otherwise: nothing is rounded here.
     *
     * @throws WireFault a bad value when it is no decimal, too fine or too large
     */
    static long e8(String text, int from, int to) {
        return text.charAt(from) == '"' ? decimal(text, from + 1, to - 1) : decimal(text, from, to);
    }

    /** Reads a decimal that is not wrapped in JSON; see {@link #e8}. */
    public static long e8(String decimal) {
        return decimal(decimal, 0, decimal.length());
    }

    /** A whole number that fits 18 digits, written as a number or as a string. */
    static long whole(String text, int from, int to) {
        boolean quoted = text.charAt(from) == '"';
        int first = quoted ? from + 1 : from;
        int end = quoted ? to - 1 : to;
        boolean negative = first < end && text.charAt(first) == '-';
        int at = negative ? first + 1 : first;
        if (at >= end || end - at > 18) {
            throw WireFault.badValue("no whole number: " + shown(text, from, to));
        }
        long value = 0;
        for (; at < end; at++) {
            char c = text.charAt(at);
            if (c < '0' || c > '9') {
                throw WireFault.badValue("no whole number: " + shown(text, from, to));
            }
            value = value * 10 + (c - '0');
        }
        return negative ? -value : value;
    }

    /** A string without its quotes, escapes resolved; a bare number as it is written. */
    static String text(String text, int from, int to) {
        char c = text.charAt(from);
        if (c == '"') {
            String inside = text.substring(from + 1, to - 1);
            return inside.indexOf('\\') < 0 ? inside : unescaped(inside);
        }
        if (c == '-' || c >= '0' && c <= '9') {
            return text.substring(from, to);
        }
        throw WireFault.unreadable("no text: " + shown(text, from, to));
    }

    /** A piece of a frame, cut for a message. */
    static String shown(String text, int from, int to) {
        return text.substring(from, Math.min(to, from + 40));
    }

    private static long decimal(String text, int from, int to) {
        boolean negative = from < to && text.charAt(from) == '-';
        long whole = 0;
        int at = negative ? from + 1 : from;
        int first = at;
        char c = 0;
        while (at < to && (c = text.charAt(at)) >= '0' && c <= '9' && whole <= WHOLE_MAX) {
            whole = whole * 10 + (c - '0');
            at++;
        }
        if (at == first || whole > WHOLE_MAX) {
            throw WireFault.badValue("no decimal that we can hold: " + shown(text, from, to));
        }
        long value = whole * FixedPoint.ONE;
        if (at < to && c == '.') {
            long unit = FixedPoint.ONE;
            int point = at++;
            while (at < to && (c = text.charAt(at)) >= '0' && c <= '9') {
                unit /= 10;
                if (unit == 0 && c != '0') {
                    throw WireFault.badValue("more than 8 decimals: " + shown(text, from, to));
                }
                value += (c - '0') * unit;
                at++;
            }
            if (at == point + 1) {
                throw WireFault.badValue("no decimal: " + shown(text, from, to));
            }
        }
        if (at < to) {
            return scientific(text, from, to);
        }
        return negative ? -value : value;
    }

    /** What is left over: {@code 1e-7}; or no number at all. */
    private static long scientific(String text, int from, int to) {
        try {
            if (to - from <= DIGITS_MAX && (text.charAt(to - 1) >= '0' && text.charAt(to - 1) <= '9')) {
                return FixedPoint.parse(text.substring(from, to));
            }
        } catch (NumberFormatException refused) {
            throw WireFault.badValue("no decimal: " + shown(text, from, to));
        }
        throw WireFault.badValue("no decimal: " + shown(text, from, to));
    }

    private static String unescaped(String inside) {
        StringBuilder plain = new StringBuilder(inside.length());
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c != '\\') {
                plain.append(c);
                continue;
            }
            c = inside.charAt(++i);
            switch (c) {
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'r' -> plain.append('\r');
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'u' -> {
                    plain.append((char) Integer.parseInt(inside.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> plain.append(c);
            }
        }
        return plain.toString();
    }
}
