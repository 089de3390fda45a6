package org.portcullis.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A result frame of the library: one row a bar, empty cells as {@link Double#NaN}. The library keeps some columns as
 * 32-bit floats; both sides are compared in the column's own precision.
 */
final class SmcRows {

    private final double[][] cells;
    private final boolean[] single;

    /** @param single which columns are 32-bit floats */
    SmcRows(int rows, boolean... single) {
        this.cells = new double[rows][single.length];
        this.single = single;
        for (double[] row : cells) {
            Arrays.fill(row, Double.NaN);
        }
    }

    void set(int row, double... values) {
        for (int column = 0; column < values.length; column++) {
            put(row, column, values[column]);
        }
    }

    void put(int row, int column, double value) {
        cells[row][column] = single[column] ? (float) value : value;
    }

    double get(int row, int column) {
        return cells[row][column];
    }

    void clear(int row) {
        Arrays.fill(cells[row], Double.NaN);
    }

    int rows() {
        return cells.length;
    }

    /** Tells the tally every row, empty ones too. */
    void compare(Tally tally, List<String> expected) {
        if (cells.length != expected.size()) {
            tally.same("number of rows", cells.length, expected.size());
        }
        for (int row = 0; row < Math.min(cells.length, expected.size()); row++) {
            tally.same("row " + row, list(cells[row]), list(parsed(expected.get(row))));
        }
    }

    private double[] parsed(String line) {
        String[] texts = line.split(",", -1);
        double[] row = new double[texts.length];
        for (int column = 0; column < texts.length; column++) {
            double value = texts[column].isEmpty() ? Double.NaN : Double.parseDouble(texts[column]);
            row[column] = single[column] ? (float) value : value;
        }
        return row;
    }

    private static List<Double> list(double[] row) {
        List<Double> list = new ArrayList<>(row.length);
        for (double cell : row) {
            // minus zero and zero are the same number
            list.add(cell == 0 ? 0.0 : cell);
        }
        return list;
    }
}
