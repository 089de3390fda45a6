package org.portcullis.market.domain;

/** Reads the fields of a plain row of bars from the bytes of a file in one pass, without making objects. */
final class PlainDecimals {

    /** Longest line that is looked at, in bytes. */
    private static final int LINE_MAX = 1_024;
    /** With so many digits no number overflows on the way. */
    private static final int DIGITS_MAX = 18;
    /** Milliseconds of the years in question have so many digits, microseconds three more. */
    private static final int TIME_DIGITS = 13;
    private static final int FIELDS = 6;
    private static final int DECIMALS = 8;
    private static final long[] SCALE = {100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};
    private static final long[] LARGEST = new long[SCALE.length];

    static {
        for (int i = 0; i < SCALE.length; i++) {
            LARGEST[i] = Long.MAX_VALUE / SCALE[i];
        }
    }

    private PlainDecimals() {
    }

    /**
     * Reads time, four prices and volume; what follows the volume is passed over.
     *
     * @param into time in milliseconds, then decimals in 10<sup>-8</sup>
     * @return where the next row begins; -1 when the row is not whole or not plain
     */
    static int read(byte[] bytes, int from, int limit, long[] into) {
        int at = from;
        long time = 0;
        int letter = 0;
        for (; at < limit; at++) {
            letter = bytes[at] - '0';
            if (letter < 0 || letter > 9) {
                break;
            }
            time = time * 10 + letter;
        }
        // a dump may count microseconds: the long way tells which
        if (at - from != TIME_DIGITS || at == limit || bytes[at] != ',') {
            return -1;
        }
        into[0] = time;
        for (int field = 1; field < FIELDS; field++) {
            at = number(bytes, at + 1, limit, field, into);
            if (at < 0 || field < FIELDS - 1 && bytes[at] != ',') {
                return -1;
            }
        }
        return end(bytes, at, Math.min(limit, from + LINE_MAX));
    }

    /** Reads a decimal; the place of the byte after it, which is there, or -1. */
    private static int number(byte[] bytes, int from, int limit, int field, long[] into) {
        int at = from;
        long digits = 0;
        int point = -1;
        for (; at < limit; at++) {
            int letter = bytes[at] - '0';
            if (letter >= 0 && letter <= 9) {
                digits = digits * 10 + letter;
            } else if (letter == '.' - '0' && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        int places = point < 0 ? 0 : at - point - 1;
        int count = at - from - (point < 0 ? 0 : 1);
        if (at == limit || count == 0 || count > DIGITS_MAX || places > DECIMALS || digits > LARGEST[places]) {
            return -1;
        }
        into[field] = digits * SCALE[places];
        return at;
    }

    private static int end(byte[] bytes, int from, int limit) {
        int at = from;
        if (at < limit && bytes[at] == ',') {
            while (at < limit && bytes[at] != '\n') {
                at++;
            }
        } else if (at < limit && bytes[at] == '\r') {
            at++;
        }
        return at < limit && bytes[at] == '\n' ? at + 1 : -1;
    }
}
