package org.portcullis.research.domain.signals;

import java.util.Arrays;

/** Numbers of which nobody knows beforehand how many there will be. One thread. */
final class Row {

    private static final int FIRST = 64;

    private double[] numbers = new double[FIRST];
    private int size;

    void add(double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    /** See {@link Quantile#of}; the order of the numbers changes. */
    double quantile(double share) {
        return Quantile.of(numbers, size, share);
    }

    double median() {
        return Quantile.median(numbers, size);
    }
}
