package org.portcullis.market.domain.indicator;

import java.util.Arrays;

/**
 * The slots of a ring of values on shelves by the size of the value, on each in the order in which they came, so that
 * the oldest of all is the first on its shelf. A crowded shelf is cut in two, an empty one is taken away. Shelves stand
 * in order; each keeps a number of its own, so that a slot knows its shelf wherever that stands. Used by one thread.
 */
final class RankShelves {

    private static final int CROWDED = 24;
    private static final int FIRST = 16;

    private final double[] values;
    /** The slot that came after this one on its shelf. */
    private final int[] after;
    private final int[] shelfOf;
    /** By place: the smallest value that belongs there, how many lie there, and the number of the shelf. */
    private double[] edges = new double[FIRST];
    private int[] sizes = new int[FIRST];
    private int[] numbers = new int[FIRST];
    /** By number: where the shelf stands, the slot that came first, and the one that came last. */
    private int[] places = new int[FIRST];
    private int[] firsts = new int[FIRST];
    private int[] lasts = new int[FIRST];
    private int used = 1;
    /** The place of the value added last, and how many lie below that shelf. */
    private int at;
    private int lower;

    /** @param values the ring, written before a slot is added */
    RankShelves(double[] values) {
        this.values = values;
        this.after = new int[values.length];
        this.shelfOf = new int[values.length];
        Arrays.setAll(numbers, i -> i);
        edges[0] = Double.NEGATIVE_INFINITY;
    }

    /** Lets go of the slot that was added before all others. */
    void dropOldest(int slot) {
        int number = shelfOf[slot];
        int place = places[number];
        firsts[number] = after[slot];
        lower -= place < at ? 1 : 0;
        if (--sizes[place] == 0) {
            tidy(place);
        }
    }

    /** Adds a slot; twice the values below its own, and once those equal to it, itself included. */
    int add(int slot) {
        double value = values[slot];
        walkTo(value);
        append(numbers[at], slot);
        int size = ++sizes[at];
        boolean alike = at + 1 < used && edges[at + 1] == Math.nextUp(edges[at]);
        int twice = 2 * lower + (alike ? size : twiceBelow(value, firsts[numbers[at]], size));
        if (size > CROWDED && !alike) {
            cut(at);
        }
        return twice;
    }

    /** Goes to the last shelf whose smallest value is not above this one. */
    private void walkTo(double value) {
        int to = at;
        int below = lower;
        while (to + 1 < used && edges[to + 1] <= value) {
            below += sizes[to++];
        }
        while (edges[to] > value) {
            below -= sizes[--to];
        }
        at = to;
        lower = below;
    }

    private int twiceBelow(double value, int first, int size) {
        int twice = 0;
        int slot = first;
        for (int i = 0; i < size; i++) {
            double other = values[slot];
            twice += (other < value ? 1 : 0) + (other <= value ? 1 : 0);
            slot = after[slot];
        }
        return twice;
    }

    private void append(int number, int slot) {
        if (sizes[places[number]] == 0) {
            firsts[number] = slot;
        } else {
            after[lasts[number]] = slot;
        }
        lasts[number] = slot;
        shelfOf[slot] = number;
    }

    /** Cuts a shelf at the mean of its values; one on which all are alike so that nothing else can come to lie there. */
    private void cut(int place) {
        int slot = firsts[numbers[place]];
        int size = sizes[place];
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = 0, each = slot; i < size; i++) {
            smallest = Math.min(smallest, values[each]);
            largest = Math.max(largest, values[each]);
            sum += values[each];
            each = after[each];
        }
        double edge = sum / size;
        if (smallest == largest) {
            edge = edges[place] < smallest ? smallest : Math.nextUp(smallest);
        } else if (!(edge > smallest && edge <= largest)) {
            edge = largest;
        }
        if (edge > edges[place]) {
            insert(place + 1, edge);
            share(place, slot, size);
        }
    }

    /** Puts the slots of a shelf that was cut on the two that came of it. */
    private void share(int place, int first, int size) {
        int slot = first;
        sizes[place] = 0;
        for (int i = 0; i < size; i++) {
            int following = after[slot];
            int to = values[slot] < edges[place + 1] ? place : place + 1;
            append(numbers[to], slot);
            sizes[to]++;
            slot = following;
        }
    }

    private void insert(int place, double edge) {
        if (used == edges.length) {
            grow();
        }
        int number = numbers[used];
        System.arraycopy(edges, place, edges, place + 1, used - place);
        System.arraycopy(sizes, place, sizes, place + 1, used - place);
        System.arraycopy(numbers, place, numbers, place + 1, used - place);
        used++;
        edges[place] = edge;
        sizes[place] = 0;
        numbers[place] = number;
        number(place);
        // the value added last may have come to lie on the shelf above: the next walk is told from below it
    }

    /** Takes an empty shelf away, and those beside it that were never filled: what belonged there goes to the one below. */
    private void tidy(int place) {
        remove(place);
        if (place < used && sizes[place] == 0) {
            remove(place);
        }
        if (place > 0 && sizes[place - 1] == 0) {
            remove(place - 1);
        }
    }

    private void remove(int place) {
        if (used == 1) {
            return;
        }
        int number = numbers[place];
        if (place == at && place > 0) {
            lower -= sizes[place - 1];
        }
        at -= place <= at && at > 0 ? 1 : 0;
        used--;
        System.arraycopy(edges, place + 1, edges, place, used - place);
        System.arraycopy(sizes, place + 1, sizes, place, used - place);
        System.arraycopy(numbers, place + 1, numbers, place, used - place);
        edges[0] = Double.NEGATIVE_INFINITY;
        numbers[used] = number;
        number(place);
    }

    private void number(int from) {
        for (int i = from; i < used; i++) {
            places[numbers[i]] = i;
        }
    }

    private void grow() {
        int size = edges.length * 2;
        edges = Arrays.copyOf(edges, size);
        sizes = Arrays.copyOf(sizes, size);
        numbers = Arrays.copyOf(numbers, size);
        places = Arrays.copyOf(places, size);
        firsts = Arrays.copyOf(firsts, size);
        lasts = Arrays.copyOf(lasts, size);
        for (int i = used; i < size; i++) {
            numbers[i] = i;
        }
    }
}
