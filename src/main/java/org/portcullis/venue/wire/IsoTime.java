package org.portcullis.venue.wire;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Times as venues write them: ISO 8601 with {@code T} or a blank between, seconds and their fraction (any number of
 * digits) optional, {@code Z} or an offset at the end.
 */
public final class IsoTime {

    private IsoTime() {
    }

    /**
     * UTC milliseconds of a time; finer digits are cut.
     *
     * @throws WireFault a bad value when the text is no time with an offset, or one before 1970
     */
    public static long epochMs(String text) {
        try {
            int zone = zone(text);
            LocalDateTime local = LocalDateTime.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10),
                    number(text, 11, 13), number(text, 14, 16), zone >= 19 ? number(text, 17, 19) : 0);
            boolean formed = text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(13) == ':'
                    && (text.charAt(10) == 'T' || text.charAt(10) == ' ')
                    && (zone == 16 || text.charAt(16) == ':');
            if (!formed) {
                throw WireFault.badValue("no time: " + text);
            }
            long second = local.toEpochSecond(ZoneOffset.UTC) - offsetSeconds(text, zone);
            if (second < 0) {
                throw WireFault.badValue("a time before 1970: " + text);
            }
            return second * 1_000 + (zone > 19 ? fractionMs(text, zone) : 0);
        } catch (DateTimeException | IndexOutOfBoundsException refused) {
            throw WireFault.badValue("no time: " + text);
        }
    }

    /** Where the offset begins: at 16 without seconds, at 19 or later with them. */
    private static int zone(String text) {
        int at = 16;
        while (at < text.length() && "0123456789:.".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at != 16 && at < 19 || at >= text.length()) {
            throw WireFault.badValue("no time with an offset: " + text);
        }
        return at;
    }

    private static long fractionMs(String text, int zone) {
        long ms = 0;
        if (text.charAt(19) != '.' || zone < 21) {
            throw WireFault.badValue("no time: " + text);
        }
        for (int i = 20; i < 23; i++) {
            ms = ms * 10 + (i < zone ? number(text, i, i + 1) : 0);
        }
        return ms;
    }

    private static long offsetSeconds(String text, int zone) {
        char sign = text.charAt(zone);
        if (sign == 'Z' && text.length() == zone + 1) {
            return 0;
        }
        if (sign != '+' && sign != '-' || text.length() != zone + 6 || text.charAt(zone + 3) != ':') {
            throw WireFault.badValue("no offset: " + text);
        }
        int seconds = number(text, zone + 1, zone + 3) * 3_600 + number(text, zone + 4, zone + 6) * 60;
        return sign == '-' ? -seconds : seconds;
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw WireFault.badValue("no time: " + text);
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
