package org.portcullis.market.domain.indicator;

import java.util.Arrays;

/**
 * The slots of a ring of values on shelves by the size of the value, on each in the order in which they came, so that
 * the oldest of all is the first on its shelf. A crowded shelf is cut in two, an empty one is taken away. Shelves stand
 * in order; each keeps a number of its own, so that a slot knows its shelf wherever that stands. Used by one thread.
 */
final class RankShelves {

    private static final int CROWDED = 24;
    /** Slots a shelf has room for; a power of two, above what a crowded one can come to. */
    private static final int ROOM = 32;
    private static final int TURN = ROOM - 1;
    private static final int FIRST = 16;

    private final double[] values;
    private final int[] shelfOf;
    /** By place: the smallest value that belongs there, how many lie there, and the number of the shelf. */
    private double[] edges = new double[FIRST];
    private int[] sizes = new int[FIRST];
    private int[] numbers = new int[FIRST];
    /** By number: where the shelf stands, its slots in a ring of their own, and where in that the first one lies. */
    private int[] places = new int[FIRST];
    private int[] slots = new int[FIRST * ROOM];
    private int[] heads = new int[FIRST];
    private final int[] moved = new int[ROOM];
    private int used = 1;
    /** The place of the value added last, and how many lie below that shelf. */
    private int at;
    private int lower;

    /** @param values the ring, written before a slot is added */
    RankShelves(double[] values) {
        this.values = values;
        this.shelfOf = new int[values.length];
        Arrays.setAll(numbers, i -> i);
        edges[0] = Double.NEGATIVE_INFINITY;
    }

    /** Lets go of the slot that was added before all others. */
    void dropOldest(int slot) {
        int number = shelfOf[slot];
        int place = places[number];
        heads[number] = heads[number] + 1 & TURN;
        lower -= place < at ? 1 : 0;
        if (--sizes[place] == 0) {
            tidy(place);
        }
    }

    /** Adds a slot; twice the values below its own, and once those equal to it, itself included. */
    int add(int slot) {
        double value = values[slot];
        walkTo(value);
        if (isAlike(at)) {
            shelfOf[slot] = numbers[at];
            return 2 * lower + ++sizes[at];
        }
        append(at, slot);
        int twice = 2 * lower + twiceBelow(value, at);
        if (sizes[at] > CROWDED) {
            cut(at);
        }
        return twice;
    }

    /** Whether one value only belongs there: nobody looks at the slots of such a shelf, and it is never cut. */
    private boolean isAlike(int place) {
        return place + 1 < used ? edges[place + 1] == Math.nextUp(edges[place])
                : edges[place] == Double.POSITIVE_INFINITY;
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

    private int twiceBelow(double value, int place) {
        int[] of = slots;
        int room = numbers[place] * ROOM;
        int head = heads[numbers[place]];
        int twice = 0;
        for (int i = head; i < head + sizes[place]; i++) {
            double other = values[of[room + (i & TURN)]];
            twice += (other < value ? 1 : 0) + (other <= value ? 1 : 0);
        }
        return twice;
    }

    private void append(int place, int slot) {
        int number = numbers[place];
        slots[number * ROOM + (heads[number] + sizes[place]++ & TURN)] = slot;
        shelfOf[slot] = number;
    }

    /** Cuts a shelf at the mean of its values; where all are alike, so that nothing else can come to lie there. */
    private void cut(int place) {
        int number = numbers[place];
        int size = sizes[place];
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            moved[i] = slots[number * ROOM + (heads[number] + i & TURN)];
            double value = values[moved[i]];
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
            sum += value;
        }
        double edge = sum / size;
        if (smallest == largest) {
            edge = edges[place] < smallest ? smallest : Math.nextUp(smallest);
        } else if (!(edge > smallest && edge <= largest)) {
            edge = largest;
        }
        insert(place + 1, edge);
        sizes[place] = 0;
        for (int i = 0; i < size; i++) {
            append(values[moved[i]] < edge ? place : place + 1, moved[i]);
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
        heads[number] = 0;
        number(place);
    }

    /** Takes an empty shelf away, and those beside it that were never filled; their values belong to the one below. */
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
        boolean bounds = place > 0 && sizes[place - 1] > 0 && isAlike(place - 1);
        if (used == 1 || bounds) {
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
        slots = Arrays.copyOf(slots, size * ROOM);
        heads = Arrays.copyOf(heads, size);
        for (int i = used; i < size; i++) {
            numbers[i] = i;
        }
    }
}
