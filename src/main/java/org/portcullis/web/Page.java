package org.portcullis.web;

import java.util.List;

/**
 * A part of a long list.
 *
 * @param number which part, from 0
 * @param size the most items of a part
 * @param total items of the whole list
 */
public record Page<T>(List<T> items, int number, int size, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** How many parts there are; at least one. */
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** Number of the first item, from 1; 0 when there is none. */
    public long first() {
        return items.isEmpty() ? 0 : (long) number * size + 1;
    }

    /** Number of the last item; 0 when there is none. */
    public long last() {
        return items.isEmpty() ? 0 : first() + items.size() - 1;
    }
}
