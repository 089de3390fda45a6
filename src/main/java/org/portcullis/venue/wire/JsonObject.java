package org.portcullis.venue.wire;

import java.util.Arrays;

/**
 * One JSON object, known by where its members stand in the text; read again and again into the same instance. Whatever
 * cannot be read ends in a {@link WireFault}. Used by one thread.
 */
public final class JsonObject {

    /** Most members that an object may have; what venues send has fewer than a hundred. */
    private static final int MEMBERS_MAX = 256;
    /** Key from, key to, value from, value to. */
    private static final int WIDTH = 4;

    private String text = "";
    private int[] spans = new int[24 * WIDTH];
    private int size;
    private int end;

    /** A whole text that is one object. */
    public static JsonObject of(String text) {
        return new JsonObject().parse(text);
    }

    /** Reads a whole text that is one object and nothing else. */
    public JsonObject parse(String text) {
        read(text, JsonScanner.blank(text, 0));
        if (JsonScanner.blank(text, end) != text.length()) {
            throw WireFault.unreadable("something follows the object at " + end);
        }
        return this;
    }

    /** Reads the object whose opening brace stands at {@code from}. */
    JsonObject read(String text, int from) {
        this.text = text;
        this.size = 0;
        int at = JsonScanner.blank(text, JsonScanner.expect(text, from, '{'));
        if (JsonScanner.at(text, at) == '}') {
            end = at + 1;
            return this;
        }
        while (true) {
            int key = at;
            int keyEnd = JsonScanner.string(text, at);
            at = JsonScanner.blank(text, JsonScanner.expect(text, JsonScanner.blank(text, keyEnd), ':'));
            int value = at;
            at = JsonScanner.value(text, at, 1);
            add(key + 1, keyEnd - 1, value, at);
            at = JsonScanner.blank(text, at);
            if (JsonScanner.at(text, at) != ',') {
                end = JsonScanner.expect(text, at, '}');
                return this;
            }
            at = JsonScanner.blank(text, at + 1);
        }
    }

    /** Whether there is such a member and it is not null. */
    public boolean has(String key) {
        int member = find(key);
        return member >= 0 && text.charAt(spans[member + 2]) != 'n';
    }

    /** Whether there is such a member and it is an object. */
    public boolean hasObject(String key) {
        return begins(key, '{');
    }

    /** Whether there is such a member and it is an array. */
    public boolean hasArray(String key) {
        return begins(key, '[');
    }

    /** A text; numbers come as they are written. */
    public String text(String key) {
        int member = member(key);
        return JsonValue.text(text, spans[member + 2], spans[member + 3]);
    }

    /** A text, or another one where the member is missing or null. */
    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    /** A decimal in 10<sup>-8</sup> units, exact or refused. */
    public long e8(String key) {
        int member = member(key);
        return JsonValue.e8(text, spans[member + 2], spans[member + 3]);
    }

    /** A decimal above zero in 10<sup>-8</sup> units, such as a price. */
    public long positiveE8(String key) {
        long value = e8(key);
        if (value <= 0) {
            throw WireFault.badValue(key + " is not above zero: " + text(key));
        }
        return value;
    }

    /** A decimal of zero or more in 10<sup>-8</sup> units, such as a quantity. */
    public long notNegativeE8(String key) {
        long value = e8(key);
        if (value < 0) {
            throw WireFault.badValue(key + " is below zero: " + text(key));
        }
        return value;
    }

    /** A whole number. */
    public long whole(String key) {
        int member = member(key);
        return JsonValue.whole(text, spans[member + 2], spans[member + 3]);
    }

    /** A whole number, or another one where the member is missing or null. */
    public long whole(String key, long otherwise) {
        return has(key) ? whole(key) : otherwise;
    }

    /** A yes or no; no where the member is missing or null. */
    public boolean flag(String key) {
        if (!has(key)) {
            return false;
        }
        char c = text.charAt(spans[member(key) + 2]);
        if (c != 't' && c != 'f') {
            throw WireFault.unreadable(key + " is neither true nor false");
        }
        return c == 't';
    }

    /** Reads a member that is an object into {@code into}, which must be another instance. */
    public JsonObject object(String key, JsonObject into) {
        return into.read(text, spans[member(key) + 2]);
    }

    /** Reads a member that is an array into {@code into}. */
    public JsonArray array(String key, JsonArray into) {
        return into.read(text, spans[member(key) + 2]);
    }

    /** Pairs of decimals, such as prices and quantities: {@code [["0.0024","10"],…]} as one flat array. */
    public long[] pairsE8(String key) {
        return JsonPairs.read(text, spans[member(key) + 2]);
    }

    /** The object as it is written. */
    @Override
    public String toString() {
        return size == 0 ? "{}" : "{" + text.substring(spans[0] - 1, end);
    }

    private boolean begins(String key, char c) {
        int member = find(key);
        return member >= 0 && text.charAt(spans[member + 2]) == c;
    }

    private int member(String key) {
        int member = find(key);
        if (member < 0) {
            throw WireFault.unreadable("no member " + key);
        }
        return member;
    }

    private int find(String key) {
        int length = key.length();
        for (int i = 0; i < size; i += WIDTH) {
            if (spans[i + 1] - spans[i] == length && text.startsWith(key, spans[i])) {
                return i;
            }
        }
        return -1;
    }

    private void add(int key, int keyEnd, int value, int valueEnd) {
        refuseTwice(key, keyEnd - key);
        if (size == MEMBERS_MAX * WIDTH) {
            throw WireFault.unreadable("an object with more than " + MEMBERS_MAX + " members");
        }
        if (size == spans.length) {
            spans = Arrays.copyOf(spans, size * 2);
        }
        spans[size] = key;
        spans[size + 1] = keyEnd;
        spans[size + 2] = value;
        spans[size + 3] = valueEnd;
        size += WIDTH;
    }

    /** Which of two members of one name counts is said nowhere, so neither does. */
    private void refuseTwice(int key, int length) {
        for (int i = 0; i < size; i += WIDTH) {
            if (spans[i + 1] - spans[i] == length && text.regionMatches(spans[i], text, key, length)) {
                throw WireFault.unreadable("the member " + JsonValue.shown(text, key, key + length)
                        + " stands there twice");
            }
        }
    }
}
