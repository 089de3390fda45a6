package org.portcullis.venue.wire;

import java.util.Arrays;

/** Levels of a book as venues write them: an array of pairs, price first. */
final class JsonPairs {

    private static final long[] NONE = {};

    private JsonPairs() {
    }

    /** The pairs of the array at {@code from}, price and quantity in turn; further elements of a pair are passed by. */
    static long[] read(String text, int from) {
        int at = JsonScanner.blank(text, JsonScanner.expect(text, from, '['));
        if (JsonScanner.at(text, at) == ']') {
            return NONE;
        }
        long[] pairs = new long[32];
        int size = 0;
        while (true) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size * 2);
            }
            at = pair(text, at, pairs, size);
            size += 2;
            at = JsonScanner.blank(text, at);
            if (JsonScanner.at(text, at) != ',') {
                JsonScanner.expect(text, at, ']');
                return Arrays.copyOf(pairs, size);
            }
            at = JsonScanner.blank(text, at + 1);
        }
    }

    private static int pair(String text, int from, long[] pairs, int size) {
        int price = JsonScanner.blank(text, JsonScanner.expect(text, from, '['));
        int priceEnd = JsonScanner.value(text, price, 2);
        int quantity = JsonScanner.blank(text,
                JsonScanner.expect(text, JsonScanner.blank(text, priceEnd), ','));
        int quantityEnd = JsonScanner.value(text, quantity, 2);
        pairs[size] = JsonValue.e8(text, price, priceEnd);
        pairs[size + 1] = JsonValue.e8(text, quantity, quantityEnd);
        if (pairs[size] <= 0 || pairs[size + 1] < 0) {
            throw WireFault.badValue("no level: " + JsonValue.shown(text, from, quantityEnd));
        }
        int at = JsonScanner.blank(text, quantityEnd);
        while (JsonScanner.at(text, at) == ',') {
            at = JsonScanner.blank(text, at + 1);
            at = JsonScanner.blank(text, JsonScanner.value(text, at, 2));
        }
        return JsonScanner.expect(text, at, ']');
    }
}
