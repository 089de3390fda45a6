package org.portcullis.market.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.portcullis.kernel.FixedPoint;

/**
 * Reads decimals straight from the bytes of a file into 10<sup>-8</sup> units. Plain numbers take a short way; anything
 * else (exponents, more than eight decimals, which are rounded half even) goes through {@link BigDecimal}.
 */
final class DecimalReader {

    /** Told instead of a number when the text is none. */
    static final long NOT_A_NUMBER = Long.MIN_VALUE;

    /** Told instead of a number when it does not fit. */
    static final long OUT_OF_RANGE = Long.MIN_VALUE + 1;

    private static final long[] SCALE = {100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};
    private static final int DIGITS_FAST = 18;
    private static final int LENGTH_MAX = 40;

    private DecimalReader() {
    }

    /** The number in {@code bytes[from, to)}, or one of the two constants. */
    static long e8(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = at < to && bytes[at] == '-';
        if (negative) {
            at++;
        }
        long digits = 0;
        int decimals = -1;
        int first = at;
        for (; at < to; at++) {
            byte b = bytes[at];
            if (b >= '0' && b <= '9') {
                digits = digits * 10 + (b - '0');
                decimals += decimals >= 0 ? 1 : 0;
            } else if (b == '.' && decimals < 0) {
                decimals = 0;
            } else {
                return slow(bytes, from, to);
            }
        }
        int places = Math.max(decimals, 0);
        int count = at - first - (decimals >= 0 ? 1 : 0);
        if (count == 0 || count > DIGITS_FAST || places > FixedPoint.DIGITS) {
            return slow(bytes, from, to);
        }
        long scale = SCALE[places];
        if (digits > Long.MAX_VALUE / scale) {
            return OUT_OF_RANGE;
        }
        return negative ? -digits * scale : digits * scale;
    }

    /** A whole number of at most 18 digits, or {@link #NOT_A_NUMBER}. */
    static long whole(byte[] bytes, int from, int to) {
        if (from >= to || to - from > DIGITS_FAST) {
            return NOT_A_NUMBER;
        }
        long digits = 0;
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return NOT_A_NUMBER;
            }
            digits = digits * 10 + digit;
        }
        return digits;
    }

    private static long slow(byte[] bytes, int from, int to) {
        if (to - from > LENGTH_MAX || from >= to) {
            return NOT_A_NUMBER;
        }
        try {
            BigDecimal number = new BigDecimal(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
            // an exponent of millions would fill the memory before it fails
            if (Math.abs((long) number.scale()) > LENGTH_MAX + FixedPoint.DIGITS) {
                return OUT_OF_RANGE;
            }
            BigDecimal e8 = number.setScale(FixedPoint.DIGITS, RoundingMode.HALF_EVEN);
            return e8.unscaledValue().bitLength() > 62 ? OUT_OF_RANGE : e8.unscaledValue().longValue();
        } catch (NumberFormatException text) {
            return NOT_A_NUMBER;
        }
    }
}
