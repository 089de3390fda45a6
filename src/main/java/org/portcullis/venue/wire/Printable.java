package org.portcullis.venue.wire;

/** Text of strangers, made fit for a log. */
public final class Printable {

    /** Longest text that is kept, in characters. */
    public static final int LENGTH_MAX = 200;

    private Printable() {
    }

    /** The first 200 characters, each control or non-ASCII character replaced by a question mark. */
    public static String of(String text) {
        int length = Math.min(text.length(), LENGTH_MAX);
        StringBuilder printable = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            printable.append(c >= ' ' && c < 127 ? c : '?');
        }
        return printable.toString();
    }
}
