package org.portcullis.venue.book;

import java.util.Arrays;

/**
 * One side of a book: prices in order with what waits at each, the best at the end of the arrays because most changes
 * happen there. Prices of sellers are kept negated, so that the best is the largest on both sides.
 */
final class BookSide {

    private final int sign;
    private final int levelsMax;
    private long[] keys = new long[64];
    private long[] quantities = new long[64];
    private int size;

    BookSide(int sign, int levelsMax) {
        this.sign = sign;
        this.levelsMax = levelsMax;
    }

    /** Sets what waits at a price; zero removes the price, and removing an unknown one is normal. */
    void set(long priceE8, long quantityE8) {
        long key = sign * priceE8;
        int at = Arrays.binarySearch(keys, 0, size, key);
        if (at >= 0 && quantityE8 > 0) {
            quantities[at] = quantityE8;
        } else if (at >= 0) {
            remove(at);
        } else if (quantityE8 > 0) {
            insert(-at - 1, key, quantityE8);
        }
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    /** Price of the level that is {@code rank} places behind the best. */
    long priceE8(int rank) {
        return sign * keys[size - 1 - rank];
    }

    long quantityE8(int rank) {
        return quantities[size - 1 - rank];
    }

    /** A full side gives up the level furthest from the best; a new level further out than all is not taken. */
    private void insert(int place, long key, long quantityE8) {
        int at = place;
        if (size == levelsMax) {
            if (at == 0) {
                return;
            }
            remove(0);
            at--;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            quantities = Arrays.copyOf(quantities, size * 2);
        }
        System.arraycopy(keys, at, keys, at + 1, size - at);
        System.arraycopy(quantities, at, quantities, at + 1, size - at);
        keys[at] = key;
        quantities[at] = quantityE8;
        size++;
    }

    private void remove(int at) {
        System.arraycopy(keys, at + 1, keys, at, size - at - 1);
        System.arraycopy(quantities, at + 1, quantities, at, size - at - 1);
        size--;
    }
}
