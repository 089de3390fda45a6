package org.portcullis.engine.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that says something.
 *
 * @param number counted from 1
 * @param indent blanks before it
 * @param from   offset of its first character that is no blank
 * @param to     offset behind its last character that is no blank; a comment at its end is still part of it
 */
record PlainLine(int number, int indent, int from, int to) {

    private static final int LAST_ASCII = 0x7E;
    private static final int FIRST_LETTER_BEYOND = 0xA0;
    private static final int LAST_LETTER_BEYOND = 0x1FFF;

    /** All of them; null when a character is one of those that YAML treats in ways of its own. */
    static @Nullable List<PlainLine> of(String text) {
        List<PlainLine> lines = new ArrayList<>();
        int length = text.length();
        int number = 0;
        for (int start = 0; start < length;) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? length : newline;
            number++;
            int from = start;
            while (from < end && text.charAt(from) == ' ') {
                from++;
            }
            if (!ordinary(text, from, end)) {
                return null;
            }
            int to = end;
            while (to > from && text.charAt(to - 1) == ' ') {
                to--;
            }
            if (from < to && text.charAt(from) != '#') {
                lines.add(new PlainLine(number, from - start, from, to));
            }
            start = end + 1;
        }
        return lines;
    }

    private static boolean ordinary(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > LAST_ASCII && (c < FIRST_LETTER_BEYOND || c > LAST_LETTER_BEYOND)) {
                return false;
            }
        }
        return true;
    }
}
