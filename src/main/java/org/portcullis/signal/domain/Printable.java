package org.portcullis.signal.domain;

/** Makes text of strangers safe to print: one line, no control characters, not long. */
public final class Printable {

    private Printable() {
    }

    /** The text with everything but plain printable characters written as {@code \\uXXXX}, cut at that length. */
    public static String of(String text, int lengthMax) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length() && plain.length() < lengthMax; i++) {
            char next = text.charAt(i);
            if (next >= ' ' && next < 0x7f) {
                plain.append(next);
            } else {
                plain.append(String.format("\\u%04x", (int) next));
            }
        }
        return plain.toString();
    }
}
