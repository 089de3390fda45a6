package org.portcullis.venue.wire;

import java.util.Arrays;

/** One JSON array, known by where its elements stand in the text; read again and again into the same instance. */
public final class JsonArray {

    private String text = "";
    private int[] spans = new int[64];
    private int size;
    private int end;

    /** A whole text that is one array. */
    public static JsonArray of(String text) {
        return new JsonArray().parse(text, 0);
    }

    /** Reads an array that stands at {@code from} and behind which nothing follows. */
    public JsonArray parse(String text, int from) {
        read(text, JsonScanner.blank(text, from));
        if (JsonScanner.blank(text, end) != text.length()) {
            throw WireFault.unreadable("something follows the array at " + end);
        }
        return this;
    }

    /** Reads the array whose opening bracket stands at {@code from}. */
    JsonArray read(String text, int from) {
        this.text = text;
        this.size = 0;
        int at = JsonScanner.blank(text, JsonScanner.expect(text, from, '['));
        if (JsonScanner.at(text, at) == ']') {
            end = at + 1;
            return this;
        }
        while (true) {
            int value = at;
            at = JsonScanner.value(text, at, 1);
            add(value, at);
            at = JsonScanner.blank(text, at);
            if (JsonScanner.at(text, at) != ',') {
                end = JsonScanner.expect(text, at, ']');
                return this;
            }
            at = JsonScanner.blank(text, at + 1);
        }
    }

    /** How many elements there are. */
    public int size() {
        return size / 2;
    }

    /** Reads an element that is an object. */
    public JsonObject object(int index, JsonObject into) {
        return into.read(text, spans[at(index)]);
    }

    /** Reads an element that is an array into {@code into}, which must be another instance. */
    public JsonArray array(int index, JsonArray into) {
        return into.read(text, spans[at(index)]);
    }

    /** An element as text; numbers come as they are written. */
    public String text(int index) {
        return JsonValue.text(text, spans[at(index)], spans[at(index) + 1]);
    }

    /** An element as a decimal in 10<sup>-8</sup> units, exact or refused. */
    public long e8(int index) {
        return JsonValue.e8(text, spans[at(index)], spans[at(index) + 1]);
    }

    /** An element as a decimal above zero in 10<sup>-8</sup> units. */
    public long positiveE8(int index) {
        long value = e8(index);
        if (value <= 0) {
            throw WireFault.badValue("not above zero: " + text(index));
        }
        return value;
    }

    /** An element as a decimal of zero or more in 10<sup>-8</sup> units. */
    public long notNegativeE8(int index) {
        long value = e8(index);
        if (value < 0) {
            throw WireFault.badValue("below zero: " + text(index));
        }
        return value;
    }

    /** An element as a whole number. */
    public long whole(int index) {
        return JsonValue.whole(text, spans[at(index)], spans[at(index) + 1]);
    }

    private int at(int index) {
        if (index < 0 || index >= size()) {
            throw WireFault.unreadable("no element " + index + " of " + size());
        }
        return index * 2;
    }

    private void add(int value, int valueEnd) {
        if (size == spans.length) {
            spans = Arrays.copyOf(spans, size * 2);
        }
        spans[size] = value;
        spans[size + 1] = valueEnd;
        size += 2;
    }
}
